import { createElement } from 'lwc';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import GatewayLogModal from 'c/gatewayLogModal';
import PaymentConsole from 'c/paymentConsole';
import type { EvidenceSettings } from 'c/stripeEvidence';

const ANSWERS = new Map<unknown, object[]>([
    [getOrganization, []],
    [getGatewaySettings, []],
    [getOrderPaymentSummary, [{ Id: '0bM000000000001AAA' }]],
    [getPaymentAuthorizations, []],
    [getPaymentAuthAdjustments, []],
    [getPayments, Array.from({ length: 200 }, (_, index) => ({ Id: `p${index}` }))],
    [getRefunds, []],
    [getRefundLinePayments, []],
    [getGatewayLogs, [{ Id: 'l1' }]],
    [getGatewayLogsOfRecords, []]
]);

const openModal = (GatewayLogModal as unknown as { open: jest.Mock }).open;

/** A console that has read everything. */
async function create(): Promise<HTMLElement> {
    const element = createElement('c-payment-console', { is: PaymentConsole }) as unknown as HTMLElement;
    Object.assign(element, { recordId: '0bM000000000001AAA' });
    document.body.appendChild(element);
    await answerAll();
    return element;
}

async function answerAll(): Promise<void> {
    const answerEach = () =>
        Promise.all(
            Array.from(ANSWERS, ([method, records]) =>
                (method as ApexMock).answer({ objectReadable: true, records, hiddenFields: [] })
            )
        );
    await answerEach();
    // The logs of single records are asked for once the records are there.
    await answerEach();
}

type Part = HTMLElement & { settings: EvidenceSettings; isBusy: boolean };

const partIn = (element: HTMLElement, tag: string) => element.shadowRoot?.querySelector<Part>(tag) ?? undefined;

async function tell(part: Part | undefined, name: string, detail?: object): Promise<void> {
    part?.dispatchEvent(new CustomEvent(name, { detail }));
    await Promise.resolve();
}

describe('c-payment-console, asked by its', () => {
    it.each(['c-timeline-view', 'c-record-lists'])('%s, opens a log', async (tag) => {
        await tell(partIn(await create(), tag), 'readlog', { logId: 'l1' });
        expect(openModal).toHaveBeenCalledTimes(1);
        expect(openModal.mock.calls[0]?.[0]).toMatchObject({ logId: 'l1' });
    });

    it.each(['c-timeline-view', 'c-record-lists'])('%s, takes a mode for all links', async (tag) => {
        const element = await create();
        await tell(partIn(element, tag), 'modechoice', { gatewayId: 'g1', mode: 'live' });
        for (const part of ['c-timeline-view', 'c-record-lists']) {
            expect(partIn(element, part)?.settings.chosenModes).toEqual({ g1: 'live' });
        }
        localStorage.clear();
    });

    it('lists, reads further records of the one list', async () => {
        const lists = partIn(await create(), 'c-record-lists');
        await tell(lists, 'loadmore', { objectName: 'Payment' });
        expect(getPayments).toHaveBeenCalledTimes(2);
        expect(getGatewayLogs).toHaveBeenCalledTimes(1);
        expect(lists?.isBusy).toBe(true);
    });

    it.each(['c-settings-notice', 'c-record-lists'])('%s, reads everything again', async (tag) => {
        const element = await create();
        await tell(partIn(element, tag), 'refresh');
        await answerAll();
        expect([...ANSWERS.keys()].map((method) => (method as ApexMock).mock.calls.length)).toEqual(
            Array.from(ANSWERS, () => 2)
        );
        expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).toContain('were read again');
    });
});
