/**
 * The platform's modules as far as this package imports them. Written by hand: @salesforce/lightning-types 0.8 lacks
 * navigation, toasts and refresh.
 */

declare module '@salesforce/label/*' {
    const text: string;
    export default text;
}

declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}

declare module '@salesforce/apex' {
    /** Fetches again what a wire got, and provisions every component that is wired to the same call. */
    export function refreshApex(wireResult: unknown): Promise<unknown>;
}

declare module 'lightning/navigation' {
    import type { LightningElement } from 'lwc';

    interface RecordPageReference {
        type: 'standard__recordPage';
        attributes: { recordId: string; objectApiName: string; actionName: 'view' };
    }

    const Navigate: unique symbol;

    interface NavigationElement {
        [Navigate](reference: RecordPageReference): void;
    }

    export const NavigationMixin: {
        // Mixin constructors must take any arguments (TypeScript handbook, "Mixins").
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        <Base extends new (...args: any[]) => LightningElement>(
            base: Base
            // eslint-disable-next-line @typescript-eslint/no-explicit-any
        ): Base & (new (...args: any[]) => NavigationElement);
        readonly Navigate: typeof Navigate;
    };
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: { title: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error' });
    }
}
