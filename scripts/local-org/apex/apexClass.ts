import {
    ApexErrorListener,
    ApexParserFactory,
    type ClassBodyDeclarationContext,
    type CompilationUnitContext,
    type MethodDeclarationContext
} from '@apexdevtools/apex-parser';

export interface ApexParameter {
    readonly name: string;
    /** As written, for example `List<Id>`. */
    readonly type: string;
}

/** An `@AuraEnabled` static method. */
export interface ApexMethod {
    readonly name: string;
    readonly line: number;
    readonly parameters: readonly ApexParameter[];
    /** The query of `return new ReadableRecords([...])`: undefined if the body is anything else. */
    readonly soql: string | undefined;
}

export interface ApexClass {
    readonly name: string;
    /** By name in lower case: Apex ignores case. */
    readonly methods: ReadonlyMap<string, ApexMethod>;
}

/**
 * Reads an Apex class from its text.
 * @throws Error that names the line if it is not valid Apex.
 */
export function parseApexClass(source: string): ApexClass {
    const unit = parse(source);
    const declaration = unit.typeDeclaration().classDeclaration();
    if (!declaration) {
        throw new Error('The file has no class.');
    }
    const methods = declaration
        .classBody()
        .classBodyDeclaration_list()
        .map((member) => readMethod(source, member))
        .filter((method) => method !== undefined);
    return {
        name: textOf(source, declaration.id()),
        methods: new Map(methods.map((method) => [method.name.toLowerCase(), method]))
    };
}

function parse(source: string): CompilationUnitContext {
    const errors: string[] = [];
    class ErrorCollector extends ApexErrorListener {
        apexSyntaxError(line: number, column: number, message: string): void {
            errors.push(`line ${line}, column ${column}: ${message}`);
        }
    }
    const { parser } = ApexParserFactory.createLexerAndParser(source, new ErrorCollector());
    const unit = parser.compilationUnit();
    if (errors.length > 0) {
        throw new Error(errors.join('; '));
    }
    return unit;
}

function readMethod(source: string, member: ClassBodyDeclarationContext): ApexMethod | undefined {
    const declaration = member.memberDeclaration()?.methodDeclaration();
    const modifiers = member.modifier_list().map((modifier) => textOf(source, modifier));
    const isAuraEnabled = modifiers.some((modifier) => /^@AuraEnabled\b/i.test(modifier));
    const isStatic = modifiers.some((modifier) => modifier.toLowerCase() === 'static');
    if (!declaration || !isAuraEnabled || !isStatic) {
        return undefined;
    }
    const parameters = declaration.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
    return {
        name: textOf(source, declaration.id()),
        line: declaration.start.line,
        parameters: parameters.map((parameter) => ({
            name: textOf(source, parameter.id()),
            type: textOf(source, parameter.typeRef())
        })),
        soql: readQuery(source, declaration)
    };
}

function readQuery(source: string, declaration: MethodDeclarationContext): string | undefined {
    const statements = declaration.block()?.statement_list() ?? [];
    const [statement] = statements;
    const expression = statements.length === 1 ? statement?.returnStatement()?.expression() : undefined;
    const text = expression && textOf(source, expression);
    return text && /^new\s+ReadableRecords\s*\(\s*\[([\s\S]*)\]\s*\)$/i.exec(text)?.[1]?.trim();
}

/** The part of the source that a node of the syntax tree stands for. */
function textOf(source: string, node: { start: { start: number }; stop?: { stop: number } }): string {
    // The parser counts code points, JavaScript counts UTF-16 units.
    return [...source].slice(node.start.start, (node.stop?.stop ?? node.start.start) + 1).join('');
}
