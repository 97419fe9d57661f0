import path from 'node:path';
import type { CompilerOptions } from 'typescript';

/** The highest API version that the LWC compiler knows; the package's sourceApiVersion. */
const API_VERSION = 66;

/** One file of an LWC bundle. */
export interface ModuleSource {
    file: string;
    /** `c`, `local` or `lightning`. */
    namespace: string;
    /** The folder of the bundle: the component's name. */
    bundle: string;
    code: string;
    /** `x.scoped.css`: styles that stay inside a light DOM component. */
    scoped: boolean;
}

export interface CompileOptions {
    /** Adds to the package's modules what the sandbox of Lightning Web Security needs. */
    lightningWebSecurity: boolean;
}

/** JavaScript, and what the LWC compiler warned about. */
export interface CompiledModule {
    code: string;
    warnings: string[];
}

/**
 * Compiles the TypeScript, JavaScript, HTML or CSS of an LWC bundle to a JavaScript module.
 * Throws the compiler's error, which names the place in the file.
 */
export async function compileModule(source: ModuleSource, options: CompileOptions): Promise<CompiledModule> {
    if (source.file.endsWith('.slds.css')) {
        // These style sheets of the base components hold rules for native shadow only.
        return { code: 'export default [];', warnings: [] };
    }
    const isBaseComponent = source.namespace === 'lightning';
    // Loaded when something has to be compiled: the two compilers take more than a second to load.
    const { transformSync } = await import('@lwc/compiler');
    const compiled = transformSync(await withoutTypes(source), source.file, {
        namespace: source.namespace,
        name: source.bundle,
        apiVersion: API_VERSION,
        scopedStyles: source.scoped,
        enableDynamicComponents: true,
        // The combobox throws without it. The platform grants it to base components only.
        enableSyntheticElementInternals: isBaseComponent,
        enableLightningWebSecurityTransforms: options.lightningWebSecurity && source.namespace === 'c'
    });
    const warnings = isBaseComponent ? [] : (compiled.warnings ?? []).map((warning) => warning.message);
    return { code: compiled.code, warnings };
}

async function withoutTypes(source: ModuleSource): Promise<string> {
    if (path.extname(source.file) !== '.ts') {
        return source.code;
    }
    const { default: ts } = await import('typescript');
    const compilerOptions: CompilerOptions = {
        // ESNext: a lower target would rewrite the decorators that the LWC compiler has to see.
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        useDefineForClassFields: true
    };
    const { outputText, diagnostics = [] } = ts.transpileModule(source.code, {
        fileName: source.file,
        compilerOptions,
        // Without them it guesses what a mistake was to mean, and the page runs that.
        reportDiagnostics: true
    });
    const [mistake] = diagnostics;
    if (mistake) {
        const place = mistake.file?.getLineAndCharacterOfPosition(mistake.start ?? 0);
        throw Object.assign(new Error(ts.flattenDiagnosticMessageText(mistake.messageText, '\n')), {
            filename: source.file,
            location: place && { line: place.line + 1, column: place.character + 1 }
        });
    }
    return outputText;
}
