import type { UserAccess } from '../localOrg.ts';

/** One call of an Apex method, as the server received it. */
export interface ApexCall {
    /** `OrderPaymentReader.getPayments` */
    name: string;
    parameters: Record<string, unknown>;
}

/** How an Apex method fails: with an error, or by a connection that is cut before the answer (`cut`) or in it (`cutOff`). */
export type ApexFailure =
    'cut' | 'cutOff' | { status?: number; message: string; exceptionType?: string; errorCode?: string };

/** What of an org is made to misbehave. */
interface FaultyOrg {
    access: UserAccess;
    missingPermissions: readonly string[];
}

/**
 * Makes a running local org behave badly, so that tests can see what components do then.
 * Apex methods are named `Class.method`, or by the method's name alone.
 */
export class Faults {
    private readonly org: FaultyOrg;
    private readonly missingAtFirst: readonly string[];
    private readonly accessAtFirst: UserAccess;
    private readonly failures = new Map<string, ApexFailure>();
    private readonly delays = new Map<string, Promise<void>>();

    constructor(org: FaultyOrg) {
        this.org = org;
        this.missingAtFirst = org.missingPermissions;
        this.accessAtFirst = org.access;
    }

    /** The user may not see the records of this object. */
    hideObject(objectName: string): void {
        const { access } = this.org;
        this.org.access = { ...access, hiddenObjects: [...access.hiddenObjects, objectName] };
    }

    /** The user may not see this field: `Payment.GatewayRefNumber`. */
    hideField(name: string): void {
        const { access } = this.org;
        this.org.access = { ...access, hiddenFields: [...access.hiddenFields, name] };
    }

    /** The user does not have this custom permission. Takes effect in pages that are opened from now on. */
    withholdPermission(name: string): void {
        this.org.missingPermissions = [...this.org.missingPermissions, name];
    }

    /** Calls of the method wait until the returned function is called. */
    delayApex(method: string): () => void {
        const { promise, resolve } = deferred();
        this.delays.set(method, promise);
        return () => {
            this.delays.delete(method);
            resolve();
        };
    }

    /** Calls of the method fail until `clear`. */
    failApex(method: string, failure: ApexFailure): void {
        this.failures.set(method, failure);
    }

    /** All is well again. What is still delayed goes on waiting for its release. */
    clear(): void {
        this.org.access = this.accessAtFirst;
        this.org.missingPermissions = this.missingAtFirst;
        this.failures.clear();
        this.delays.clear();
    }

    /** For the server: waits while the method is delayed, then tells how it fails, if it does. */
    async before(name: string): Promise<ApexFailure | undefined> {
        const method = name.slice(name.indexOf('.') + 1);
        await (this.delays.get(name) ?? this.delays.get(method));
        return this.failures.get(name) ?? this.failures.get(method);
    }
}

function deferred() {
    let resolve: () => void = () => {};
    const promise = new Promise<void>((settle) => {
        resolve = settle;
    });
    return { promise, resolve };
}
