import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import GatewayLogModal from 'c/gatewayLogModal';
import GatewayLogOpener from 'c/gatewayLogOpener';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';

const LOGS = [{ Id: 'l1', PaymentGatewayLogNumber: 'PGL-1' }];
const PAGE = {
    type: 'standard__recordPage',
    attributes: { recordId: 's1', objectApiName: 'OrderPaymentSummary', actionName: 'view' }
};

interface OpenerElement extends HTMLElement {
    open(logId: string): Promise<void>;
    index: RecordIndex;
    logs: object;
}

const modal = GatewayLogModal as unknown as { open: jest.Mock };

function create(properties: object = {}): OpenerElement {
    const element = createElement('c-gateway-log-opener', { is: GatewayLogOpener });
    const logs = { status: 'ready', rows: LOGS, hiddenFields: [], hasMore: false };
    Object.assign(element, { index: new RecordIndex({ ...NO_RECORDS, logs: LOGS }), logs, ...properties });
    document.body.appendChild(element);
    return element as unknown as OpenerElement;
}

async function openPage(state?: object): Promise<void> {
    (CurrentPageReference as unknown as { emit(page: unknown): void }).emit({ ...PAGE, state });
    await Promise.resolve();
}

describe('c-gateway-log-opener', () => {
    it('opens a log on request, with what its window needs to know', async () => {
        const element = create({ currency: 'EUR' });
        await openPage();
        await element.open('l1');
        const [options] = modal.open.mock.calls[0];
        expect(options).toMatchObject({ logId: 'l1', currency: 'EUR', size: 'large', label: 'Gateway Logs' });
        expect(options.attempts.get('l1').logs).toEqual(LOGS);
        expect(await options.addressOf('l1')).toBe('https://www.example.com/');
        await expect(element).toBeAccessible();
    });

    it('opens the log that the address of the page names, once', async () => {
        const element = create();
        await openPage({ c__log: 'l1' });
        expect(modal.open).toHaveBeenCalledTimes(1);
        element.index = new RecordIndex({ ...NO_RECORDS, logs: LOGS });
        await openPage({ c__log: 'l1' });
        expect(modal.open).toHaveBeenCalledTimes(1);
    });

    it('waits for the log to be read, and asks for more logs until it is', async () => {
        const element = create({ index: new RecordIndex(NO_RECORDS), logs: { status: 'loading', rows: [] } });
        const more = jest.fn();
        element.addEventListener('loadmore', (event) => more((event as CustomEvent).detail));
        await openPage({ c__log: 'l1' });
        expect(element.shadowRoot?.textContent).toBe('');
        element.logs = { status: 'ready', rows: [], hiddenFields: [], hasMore: true };
        await Promise.resolve();
        expect(more).toHaveBeenCalledWith({ objectName: 'PaymentGatewayLog' });
        element.index = new RecordIndex({ ...NO_RECORDS, logs: LOGS });
        await Promise.resolve();
        expect(modal.open).toHaveBeenCalledTimes(1);
    });

    it('says that the log is not there once every log was read', async () => {
        const element = create();
        await openPage({ c__log: 'unknown' });
        expect(element.shadowRoot?.querySelector('[role="alert"]')?.textContent).toContain('is not among the logs');
        expect(modal.open).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('takes no other record for a log', async () => {
        create({ index: new RecordIndex({ ...NO_RECORDS, payments: [{ Id: 'p1' }] }) });
        await openPage({ c__log: 'p1' });
        expect(modal.open).not.toHaveBeenCalled();
    });
});
