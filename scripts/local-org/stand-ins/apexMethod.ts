import { callApex, type ApexParameters } from './apexRequest.ts';
import { cachedResult, subscribe, type WireValue } from './apexCache.ts';

/** What LWC needs of a wire adapter. */
interface WireAdapter {
    update(parameters: ApexParameters): void;
    connect(): void;
    disconnect(): void;
}

type Provision = (value: WireValue) => void;

/** An imported Apex method: called as a function, or given to `@wire`, which looks for `adapter`. */
export interface ApexMethod {
    (parameters?: ApexParameters): Promise<unknown>;
    adapter: new (provision: Provision) => WireAdapter;
}

/**
 * The value of `import method from '@salesforce/apex/Class.method'`.
 * Results of cacheable methods are shared by all who ask with equal parameters, and are read-only, as on the platform.
 */
export function createApexMethod(className: string, methodName: string, cacheable: boolean): ApexMethod {
    const name = `${className}.${methodName}`;

    function call(parameters: ApexParameters = {}): Promise<unknown> {
        return cacheable
            ? cachedResult(name, parameters, () => callApex(className, methodName, parameters))
            : callApex(className, methodName, parameters);
    }

    class ApexWireAdapter implements WireAdapter {
        private readonly provision: Provision;
        private parameters: ApexParameters | undefined;
        private connected = false;
        private unsubscribe: (() => void) | undefined;

        constructor(provision: Provision) {
            if (!cacheable) {
                throw new Error(`${name} cannot be wired: its Apex method is not @AuraEnabled(cacheable=true).`);
            }
            this.provision = provision;
            provision({ data: undefined, error: undefined });
        }

        connect(): void {
            this.connected = true;
            this.follow();
        }

        update(parameters: ApexParameters): void {
            this.parameters = parameters;
            this.follow();
        }

        disconnect(): void {
            this.connected = false;
            this.unsubscribe?.();
            this.unsubscribe = undefined;
        }

        private follow(): void {
            this.unsubscribe?.();
            this.unsubscribe = undefined;
            const parameters = this.parameters;
            // An undefined parameter means: not known yet. The platform waits, and keeps the last value meanwhile.
            if (this.connected && parameters && !Object.values(parameters).includes(undefined)) {
                const fetchResult = () => callApex(className, methodName, parameters);
                this.unsubscribe = subscribe(name, parameters, fetchResult, this.provision);
            }
        }
    }

    return Object.assign(call, { adapter: ApexWireAdapter });
}
