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

/** Emits rows from the test adapter that stands in for an Apex method. */
function emit(method: unknown, records: object[]): void {
    (method as { emit(data: unknown): void }).emit({ objectReadable: true, records, hiddenFields: [] });
}

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
async function emitAll(records: ReadonlyMap<unknown, object[]> = new Map()): Promise<void> {
    for (const method of METHODS) {
        emit(method, records.get(method) ?? []);
    }
    // The logs of single records are asked for once the records are there.
    await Promise.resolve();
    emit(getGatewayLogsOfRecords, records.get(getGatewayLogsOfRecords) ?? []);
    await Promise.resolve();
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
        emit(getPayments, [{ Id: 'p1' }]);
        await Promise.resolve();
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
        emit(getPayments, [{ Id: 'p1' }]);
        await Promise.resolve();
        expect(find(element, 'c-timeline-view')).toBeNull();
        expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading what happened' });
        await emitAll(
            new Map<unknown, object[]>([
                [getOrderPaymentSummary, [{ Id: 's1', CapturedAmount: 20 }]],
                [getPayments, [{ Id: 'p1', Amount: 20, Status: 'Processed', Type: 'Capture' }]]
            ])
        );
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
        await emitAll();
        const parts = ['c-warning-list', 'c-totals-table', 'c-timeline-view', 'c-record-lists'];
        expect(parts.filter((part) => !find(element, part))).toEqual([tag]);
    });

    it('is busy while it reads again, and then says how much has changed', async () => {
        const element = create('c-payment-console', PaymentConsole);
        const isBusy = () => find<HTMLElement & { isBusy: boolean }>(element, 'c-record-lists')?.isBusy;
        find(element, '.refresh')?.dispatchEvent(new CustomEvent('click'));
        await Promise.resolve();
        expect(isBusy()).toBe(true);
        await new Promise(process.nextTick);
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
        await emitAll(new Map<unknown, object[]>([[getPaymentAuthorizations, [expiring]]]));
        const kinds = () => find<StoryElement>(element, 'c-warning-list')?.warnings.map(({ kind }) => kind);
        const events = () => find<StoryElement>(element, 'c-timeline-view')?.events;
        const readAgain = async () => {
            find(element, '.refresh')?.dispatchEvent(new CustomEvent('click'));
            await new Promise(process.nextTick);
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
