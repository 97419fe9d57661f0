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

declare module 'lightning/navigation' {
    import type { LightningElement } from 'lwc';

    interface RecordPageReference {
        type: 'standard__recordPage';
        attributes: { recordId: string; objectApiName: string; actionName: 'view' };
        /** Keys of packages begin with their namespace, of unpackaged code with `c__`. */
        state?: Record<string, string | undefined>;
    }

    /** Any page: components also stand on home and app pages. */
    interface PageReference {
        type: string;
        attributes: Record<string, string | undefined>;
        state?: Record<string, string | undefined>;
    }

    /** Wire adapter: the page that is open. */
    export const CurrentPageReference: new (provision: (reference: PageReference | undefined) => void) => {
        connect(): void;
        update(config: object): void;
        disconnect(): void;
    };

    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;

    interface NavigationElement {
        [Navigate](reference: RecordPageReference): void;
        /** The address of a page, without the host. */
        [GenerateUrl](reference: PageReference): Promise<string>;
    }

    export const NavigationMixin: {
        // Mixin constructors must take any arguments (TypeScript handbook, "Mixins").
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        <Base extends new (...args: any[]) => LightningElement>(
            base: Base
            // eslint-disable-next-line @typescript-eslint/no-explicit-any
        ): Base & (new (...args: any[]) => NavigationElement);
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
}

declare module 'lightning/refresh' {
    import type { LightningElement } from 'lwc';

    /** The handler resolves when the component shows new data. */
    export function registerRefreshHandler(context: LightningElement, handler: () => Promise<unknown>): number;
    export function unregisterRefreshHandler(handlerId: number): void;
}

declare module 'lightning/uiRecordApi' {
    /** A record as the User Interface API gives it, with the fields that were asked for and may be read. */
    interface UiRecord {
        apiName: string;
        id: string;
        fields: Record<string, { value: unknown; displayValue: string | null } | undefined>;
    }

    /** Wire adapter: fields of one record. It asks for nothing while a part of the request is undefined. */
    export const getRecord: new (provision: (result: { data?: UiRecord; error?: unknown }) => void) => {
        connect(): void;
        update(request: object): void;
        disconnect(): void;
    };

    /** @param field `Object.Field`; undefined where the record does not hold it, null where it is empty */
    export function getFieldValue(record: UiRecord, field: string): unknown;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    /** A window over the page: a component that extends it is opened by the static method. */
    export default class LightningModal extends LightningElement {
        /** Resolves with what `close` was given. The options that are none of the window's are the component's. */
        static open<Modal extends LightningModal>(
            this: new () => Modal,
            options: {
                label: string;
                size?: 'small' | 'medium' | 'large' | 'full';
                description?: string;
            } & Partial<Omit<Modal, keyof LightningElement>>
        ): Promise<unknown>;
        close(result?: unknown): void;
    }
}

declare module '@salesforce/customPermission/*' {
    /** True for who has the permission, otherwise undefined. */
    const isGranted: true | undefined;
    export default isGranted;
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: { title: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error' });
    }
}
