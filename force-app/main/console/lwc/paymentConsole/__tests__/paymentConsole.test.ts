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
import GatewayLogList from 'c/gatewayLogList';
import PaymentAuthorizationList from 'c/paymentAuthorizationList';
import PaymentConsole from 'c/paymentConsole';
import PaymentList from 'c/paymentList';
import RecordLists from 'c/recordLists';
import type { ListSection } from 'c/recordLists';
import RefundList from 'c/refundList';

interface ListElement extends HTMLElement {
    objectName: string;
    listTitle?: string;
    rowCount: number;
    isBusy: boolean;
    list: { status: string; rows: readonly object[] };
}

function create(
    tag: string,
    component: Parameters<typeof createElement>[1]['is'],
    properties: object = {}
): HTMLElement {
    const element = createElement(tag, { is: component }) as unknown as HTMLElement;
    Object.assign(element, { recordId: '0bM000000000001AAA', ...properties });
    document.body.appendChild(element);
    return element;
}

const listsIn = (element: HTMLElement) => [
    ...(element.shadowRoot?.querySelectorAll<ListElement>('c-payment-record-list') ?? [])
];

/** Answers an Apex method with rows. */
const answer = (method: unknown, records: object[]) =>
    (method as ApexMock).answer({ objectReadable: true, records, hiddenFields: [] });

const METHODS = [
    getGatewaySettings,
    getGatewayLogs,
    getGatewayLogsOfRecords,
    getOrderPaymentSummary,
    getOrganization,
    getPaymentAuthAdjustments,
    getPaymentAuthorizations,
    getPayments,
    getRefundLinePayments,
    getRefunds
];

/** Answers everything that a page asks for: no records, but for what is given by the method. */
async function answerAll(records: ReadonlyMap<unknown, object[]> = new Map()): Promise<void> {
    const answerEach = () => Promise.all(METHODS.map((method) => answer(method, records.get(method) ?? [])));
    await answerEach();
    // The logs of single records are asked for once the records are there.
    await answerEach();
}

const find = <Found extends Element>(element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector);

interface StoryElement extends HTMLElement {
    events: readonly { id: string }[];
    totals: readonly { kind: string; stored?: number }[];
    warnings: readonly { kind: string }[];
}

describe('c-payment-console', () => {
    it('hands each list its own records', async () => {
        const element = create('c-payment-console', PaymentConsole, { rowCount: 5 });
        await answer(getPayments, [{ Id: 'p1' }]);
        const lists = find<HTMLElement & { sections: ListSection[]; rowCount: number }>(element, 'c-record-lists');
        expect(lists?.sections.map(({ objectName, list }) => [objectName, list.status])).toEqual([
            ['PaymentAuthorization', 'loading'],
            ['Payment', 'ready'],
            ['Refund', 'loading'],
            ['PaymentGatewayLog', 'loading']
        ]);
        expect(lists?.rowCount).toBe(5);
        await expect(element).toBeAccessible();
    });

    it('tells the story once everything was read, and not before', async () => {
        const element = create('c-payment-console', PaymentConsole);
        await answer(getPayments, [{ Id: 'p1', Amount: 20, Status: 'Processed', Type: 'Capture' }]);
        expect(find(element, 'c-timeline-view')).toBeNull();
        expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading what happened' });
        await answerAll(new Map([[getOrderPaymentSummary, [{ Id: 's1', CapturedAmount: 20 }]]]));
        expect(find(element, 'lightning-spinner')).toBeNull();
        expect(find<StoryElement>(element, 'c-timeline-view')?.events.map(({ id }) => id)).toEqual(['p1']);
        const totals = find<StoryElement>(element, 'c-totals-table')?.totals;
        expect(totals?.find(({ kind }) => kind === 'captured')?.stored).toBe(20);
        expect(find<StoryElement>(element, 'c-warning-list')?.warnings.map(({ kind }) => kind)).toContain(
            'orphanedPayment'
        );
        await expect(element).toBeAccessible();
    });

    it('keeps no room for a story that App Builder leaves out', () => {
        const element = create('c-payment-console', PaymentConsole, { hideTotals: true, hideTimeline: true });
        expect(find(element, 'lightning-spinner')).toBeNull();
    });

    it.each([
        ['hideWarnings', 'c-warning-list'],
        ['hideTotals', 'c-totals-table'],
        ['hideTimeline', 'c-timeline-view']
    ])('leaves out one part with %s, and nothing else', async (property, tag) => {
        const element = create('c-payment-console', PaymentConsole, { [property]: true });
        await answerAll();
        const parts = ['c-warning-list', 'c-totals-table', 'c-timeline-view', 'c-record-lists'];
        expect(parts.filter((part) => !find(element, part))).toEqual([tag]);
    });

    it('is busy while it reads again, and then says how much has changed', async () => {
        const element = create('c-payment-console', PaymentConsole);
        const isBusy = () => find<HTMLElement & { isBusy: boolean }>(element, 'c-record-lists')?.isBusy;
        await answerAll();
        find(element, '.refresh')?.dispatchEvent(new CustomEvent('click'));
        await Promise.resolve();
        expect(isBusy()).toBe(true);
        await answerAll();
        expect(isBusy()).toBe(false);
        expect(find(element, '[role="status"]')?.textContent).toBe('The records were read again. 0 changed since.');
    });

    it('tells what has expired since, where nothing else has changed when it reads again', async () => {
        const opened = Date.parse('2026-01-01T12:00:00Z');
        const clock = jest.spyOn(Date, 'now').mockReturnValue(opened);
        const element = create('c-payment-console', PaymentConsole);
        const expiring = {
            Id: 'a1',
            Amount: 20,
            Balance: 20,
            Status: 'Processed',
            ExpirationDate: '2026-01-02T12:00:00.000Z'
        };
        const records = new Map([[getPaymentAuthorizations, [expiring]]]);
        await answerAll(records);
        const kinds = () => find<StoryElement>(element, 'c-warning-list')?.warnings.map(({ kind }) => kind);
        const events = () => find<StoryElement>(element, 'c-timeline-view')?.events;
        const readAgain = async () => {
            find(element, '.refresh')?.dispatchEvent(new CustomEvent('click'));
            await answerAll(records);
        };
        const before = events();
        expect(kinds()).toContain('expiresSoon');

        clock.mockReturnValue(opened + 59_999);
        await readAgain();
        expect(events()).toBe(before);

        clock.mockReturnValue(opened + 25 * 3_600_000);
        await readAgain();
        expect(kinds()).toContain('expired');
        clock.mockRestore();
    });
});

describe('c-record-lists', () => {
    it('shows one list for each section, and lets what they tell through', () => {
        const element = create('c-record-lists', RecordLists, {
            sections: [{ objectName: 'Payment', list: { status: 'ready', rows: [], hiddenFields: [], hasMore: false } }]
        });
        const heard = jest.fn();
        element.addEventListener('refresh', heard);
        const [list] = listsIn(element);
        list?.shadowRoot?.querySelector('.refresh')?.dispatchEvent(new CustomEvent('click'));
        expect(heard).toHaveBeenCalledTimes(1);
        expect(list?.objectName).toBe('Payment');
    });
});

describe.each([
    ['c-payment-authorization-list', PaymentAuthorizationList, 'PaymentAuthorization'],
    ['c-payment-list', PaymentList, 'Payment'],
    ['c-refund-list', RefundList, 'Refund'],
    ['c-gateway-log-list', GatewayLogList, 'PaymentGatewayLog']
] as const)('%s', (tag, component, objectName) => {
    it('shows one list with the title and the row count that the admin set', async () => {
        const element = create(tag, component, { listTitle: 'Mine', rowCount: 3 });
        expect(listsIn(element)).toEqual([expect.objectContaining({ objectName, listTitle: 'Mine', rowCount: 3 })]);
        await expect(element).toBeAccessible();
    });
});
