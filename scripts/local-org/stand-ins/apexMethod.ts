import { callApex, type ApexParameters } from './apexRequest.ts';

/** An imported Apex method: called as a function. What wires one does not start. */
export interface ApexMethod {
    (parameters?: ApexParameters): Promise<unknown>;
    adapter: new () => never;
}

/**
 * The value of `import method from '@salesforce/apex/Class.method'`. Each call asks the local org. It imitates no wire: the
 * package has none, and what Lightning Data Service keeps, shares and tells of its results only an org shows.
 */
export function createApexMethod(className: string, methodName: string): ApexMethod {
    const call = (parameters: ApexParameters = {}) => callApex(className, methodName, parameters);

    class ApexWireAdapter {
        constructor() {
            throw new Error(`${className}.${methodName} is wired. In the local org call it instead: it has no wires.`);
        }
    }

    return Object.assign(call, { adapter: ApexWireAdapter as new () => never });
}
