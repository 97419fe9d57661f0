/** Modules that exist only in the build: bundles of this folder, and the list that the build writes. */

declare module 'local/page' {
    import type { LightningElement } from 'lwc';
    import type { PageModel } from '../pages/pageModel.ts';
    export default class Page extends LightningElement {
        page: PageModel;
    }
}

declare module 'local/packageComponents' {
    import type { LightningElement } from 'lwc';
    /** The components of the package that pages may place: `c:name` to how it is loaded. */
    const loaders: Record<string, (() => Promise<{ default: typeof LightningElement }>) | undefined>;
    export default loaders;
}

declare module 'lightning/toast' {
    import type { LightningElement } from 'lwc';
    export default class Toast extends LightningElement {
        static show(
            toast: { label: string; message?: string; variant?: string; mode?: string },
            source: LightningElement
        ): void;
    }
}

declare module 'lightning/toastContainer' {
    import type { LightningElement } from 'lwc';
    export default class ToastContainer extends LightningElement {
        static instance(): ToastContainer;
    }
}
