import { api, LightningElement } from 'lwc';

/** What sfdx-lwc-jest has no stub for. `open` and `close` are mocks, so that a test can see what was asked of them. */
export default class LightningModal extends LightningElement {
    static open = jest.fn(() => Promise.resolve());

    @api size;
    @api label;
    @api description;
    @api disableClose;
    @api close = jest.fn();
}
