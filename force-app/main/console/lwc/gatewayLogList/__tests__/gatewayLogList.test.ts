import { createElement } from 'lwc';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import GatewayLogList from 'c/gatewayLogList';
import GatewayLogModal from 'c/gatewayLogModal';
import type { EvidenceSettings } from 'c/stripeEvidence';

const readLogs = getGatewayLogs as unknown as ApexMock;
const openModal = (GatewayLogModal as unknown as { open: jest.Mock }).open;
const readable = (records: object[]) => ({ objectReadable: true, records, hiddenFields: [] });

/** The list of these logs, once they were read. */
async function create(logs: object[]) {
    const element = createElement('c-gateway-log-list', { is: GatewayLogList }) as unknown as HTMLElement;
    Object.assign(element, { recordId: '0bM000000000001AAA' });
    document.body.appendChild(element);
    await readLogs.answer(readable(logs));
    const list = element.shadowRoot?.querySelector<HTMLElement & { settings: EvidenceSettings; isBusy: boolean }>(
        'c-payment-record-list'
    );
    if (!list) {
        throw new Error('There is no list.');
    }
    return list;
}

describe('c-gateway-log-list', () => {
    it('opens the log whose "Read log" is pressed', async () => {
        const list = await create([{ Id: 'l1' }, { Id: 'l2' }]);
        const table = list.shadowRoot?.querySelector('c-record-table');
        const [, second] = table?.shadowRoot?.querySelectorAll<HTMLElement>('.read-log') ?? [];
        second?.click();
        expect(openModal).toHaveBeenCalledTimes(1);
        expect(openModal.mock.calls[0]?.[0]).toMatchObject({ logId: 'l2' });
    });

    it('reads on when the list asks for more', async () => {
        const list = await create(Array.from({ length: 200 }, (_, index) => ({ Id: `l${index}` })));
        const detail = { objectName: 'PaymentGatewayLog' };
        list.dispatchEvent(new CustomEvent('loadmore', { detail }));
        expect(readLogs).toHaveBeenCalledTimes(2);
        await Promise.resolve();
        expect(list.isBusy).toBe(true);
    });

    it('reads again when the list asks for it', async () => {
        const list = await create([]);
        list.dispatchEvent(new CustomEvent('refresh'));
        expect(readLogs).toHaveBeenCalledTimes(2);
    });

    it('takes the mode that the person chooses for the links of the list', async () => {
        const list = await create([]);
        list.dispatchEvent(new CustomEvent('modechoice', { detail: { gatewayId: 'g1', mode: 'test' } }));
        await Promise.resolve();
        expect(list.settings.chosenModes).toEqual({ g1: 'test' });
        localStorage.clear();
    });
});
