import { evaluateInSandbox, wrapDependency } from '@locker/sandbox';
import type { LightningElement } from 'lwc';

/** The constructors of the package's components by the names of their bundles. */
type Components = Record<string, typeof LightningElement>;

type SandboxedModule = (
    require: (name: string) => unknown,
    module: { exports: Components },
    exports: Components,
    location: Location,
    top: Window | null
) => void;

/** The platform has one sandbox for each namespace. */
const NAMESPACE = 'c';

/**
 * Evaluates the package's components in the sandbox of Lightning Web Security.
 * @param code an expression: a function of the variables of a CommonJS module, and of `location` and `top`, which the
 *     compiler writes for `window.location` and `window.top`: in the sandbox those would be of its own frame
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
    const run = evaluateInSandbox(NAMESPACE, `${code}\n//# sourceURL=package-in-sandbox.js`) as SandboxedModule;
    run(require, module, module.exports, window.location, window.top);
    return module.exports;
}

/** Marked as what it is: without the mark, CommonJS code would take the whole module for its default export. */
function forSandbox(name: string, module: object): unknown {
    return wrapDependency({ __esModule: true, ...module }, name, NAMESPACE);
}
