import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

/** A query in square brackets. */
export interface ApexQuery {
    readonly line: number;
    /** Its text, with `:bind0`, `:bind1`… in the place of the bind expressions. */
    readonly soql: string;
    readonly binds: readonly ApexBind[];
}

export interface ApexBind {
    /** As written after the colon. */
    readonly expression: string;
    /** The declared type of a variable, such as `List<Id>`; undefined for any other expression. */
    readonly type: string | undefined;
    /** Whether it stands after LIMIT or OFFSET, or after IN. */
    readonly place: 'limit' | 'list' | 'value';
}

/** What of the parser's nodes is needed to walk them. */
interface SyntaxNode {
    readonly start: { start: number; line: number };
    readonly stop?: { stop: number };
    /** Nodes, and the words of the source, which have no start. */
    readonly children?: readonly object[] | null;
}

const DECLARATION = /(?:^|[(,;{}\s])((?:\w+\.)*\w+(?:\s*<[\w\s,.<>]+>)?(?:\s*\[\s*\])?)\s+$/;

/**
 * The queries of an Apex class or trigger. What is not valid Apex gives none: the type checker tells of it.
 */
export function readApexQueries(source: string, isTrigger = false): ApexQuery[] {
    // The parser counts code points, JavaScript counts UTF-16 units.
    const characters = [...source];
    const { parser } = ApexParserFactory.createLexerAndParser(source, new SilentListener());
    const unit = isTrigger ? parser.triggerUnit() : parser.compilationUnit();
    return findNodes(unit, 'SoqlLiteralContext').map((node) => toQuery(characters, node));
}

class SilentListener extends ApexErrorListener {
    apexSyntaxError(): void {}
}

function findNodes(node: SyntaxNode, type: string): SyntaxNode[] {
    if (node.constructor.name === type) {
        return [node];
    }
    return (node.children ?? []).flatMap((child) => (isNode(child) ? findNodes(child, type) : []));
}

function isNode(child: object): child is SyntaxNode {
    return 'start' in child;
}

function toQuery(characters: readonly string[], node: SyntaxNode): ApexQuery {
    const end = endOf(node);
    const binds: ApexBind[] = [];
    let soql = '';
    let position = node.start.start + 1;
    for (const bind of findNodes(node, 'BoundExpressionContext')) {
        const before = characters.slice(position, bind.start.start).join('');
        const expression = characters
            .slice(bind.start.start + 1, endOf(bind))
            .join('')
            .trim();
        soql += `${before}:bind${binds.length}`;
        binds.push({
            expression,
            type: declaredType(characters.slice(0, bind.start.start).join(''), expression),
            place: placeAfter(soql.slice(0, soql.lastIndexOf(':')))
        });
        position = endOf(bind);
    }
    soql += characters.slice(position, end - 1).join('');
    return { line: node.start.line, soql, binds };
}

function endOf(node: SyntaxNode): number {
    return (node.stop?.stop ?? node.start.start) + 1;
}

function placeAfter(text: string): ApexBind['place'] {
    if (/\b(LIMIT|OFFSET)\s*$/i.test(text)) {
        return 'limit';
    }
    return /\bIN\s*\(?\s*$/i.test(text) ? 'list' : 'value';
}

/** The type that the nearest declaration before a place gives a variable. */
function declaredType(before: string, name: string): string | undefined {
    if (!/^\w+$/.test(name)) {
        return undefined;
    }
    const uses = [...before.matchAll(new RegExp(`\\b${name}\\b(?=\\s*[,;=:)])`, 'gi'))].reverse();
    for (const { index } of uses) {
        const type = DECLARATION.exec(before.slice(Math.max(0, index - 200), index))?.[1];
        if (type !== undefined && !/^(return|new|in|and|or|not|else|throw)$/i.test(type)) {
            return type.replace(/\s+/g, '');
        }
    }
    return undefined;
}
