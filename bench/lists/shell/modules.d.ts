/** Bundles of this folder. */

declare module 'local/dataTable' {
    import type { LightningElement } from 'lwc';
    export default class DataTable extends LightningElement {}
}

declare module 'local/plainTable' {
    import type { LightningElement } from 'lwc';
    export default class PlainTable extends LightningElement {}
}
