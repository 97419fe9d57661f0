import { evaluateInSandbox, wrapDependency } from '@locker/sandbox';
import type { LightningElement } from 'lwc';

/** The constructors of the package's components by the names of their bundles. */
type Components = Record<string, typeof LightningElement>;

type CommonJsModule = (
    require: (name: string) => unknown,
    module: { exports: Components },
    exports: Components
) => void;

/** The platform has one sandbox for each namespace. */
const NAMESPACE = 'c';

/**
 * Evaluates the package's components in the sandbox of Lightning Web Security.
 * @param code an expression: a function of `require`, `module` and `exports`
 * @param platformModules what `require` finds, by name. They stay outside the sandbox.
 */
export function evaluatePackage(code: string, platformModules: Record<string, object>): Components {
    const modules = new Map(Object.entries(platformModules).map(([name, module]) => [name, forSandbox(name, module)]));
    const require = (name: string) => {
        if (!modules.has(name)) {
            throw new Error(`The build gave the sandbox no module "${name}".`);
        }
        return modules.get(name);
    };
    const module: { exports: Components } = { exports: {} };
    const run = evaluateInSandbox(NAMESPACE, `${code}\n//# sourceURL=package-in-sandbox.js`) as CommonJsModule;
    run(require, module, module.exports);
    return module.exports;
}

/** Marked as what it is: without the mark, CommonJS code would take the whole module for its default export. */
function forSandbox(name: string, module: object): unknown {
    return wrapDependency({ __esModule: true, ...module }, name, NAMESPACE);
}
