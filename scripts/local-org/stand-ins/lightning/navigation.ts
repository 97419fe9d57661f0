import { addressOf, type PageReference } from '../addresses.ts';

type Constructor = new (...parameters: any[]) => object; // eslint-disable-line @typescript-eslint/no-explicit-any -- TypeScript asks for any[] in a mixin's base

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

function mixin<Base extends Constructor>(base: Base) {
    return class extends base {
        [Navigate](reference: PageReference, replace = false): void {
            const address = addressOf(reference);
            // As on the platform, the address of another site opens beside the page.
            if (reference.type === 'standard__webPage' && !isOwn(address)) {
                window.open(address, '_blank', 'noopener');
            } else if (replace) {
                window.location.replace(address);
            } else {
                window.location.assign(address);
            }
        }

        [GenerateUrl](reference: PageReference): Promise<string> {
            return Promise.resolve().then(() => addressOf(reference));
        }
    };
}

/** Adds the methods `[NavigationMixin.Navigate]` and `[NavigationMixin.GenerateUrl]` to a component. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wire adapter: the reference of the page that is open, if it is one that components know. */
export class CurrentPageReference {
    private readonly provision: (reference: PageReference | undefined) => void;

    constructor(provision: (reference: PageReference | undefined) => void) {
        this.provision = provision;
    }

    connect(): void {
        this.provision(currentPage());
    }

    update(): void {}

    disconnect(): void {}
}

function currentPage(): PageReference {
    const state = Object.fromEntries(new URLSearchParams(window.location.search));
    const [, objectApiName, recordId] = /^\/lightning\/r\/(\w+)\/(\w+)\/view$/.exec(window.location.pathname) ?? [];
    return recordId
        ? { type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' }, state }
        : { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
}

function isOwn(address: string): boolean {
    return new URL(address, window.location.href).origin === window.location.origin;
}
