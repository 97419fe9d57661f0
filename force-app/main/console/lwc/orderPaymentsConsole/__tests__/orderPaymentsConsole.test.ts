import { createElement } from 'lwc';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrderPaymentSummariesOfOrder from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummariesOfOrder';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import OrderPaymentsConsole from 'c/orderPaymentsConsole';
import type { ListSection } from 'c/recordLists';

const SUMMARIES = [
    { Id: 's1', Method: 'Visa 4242', CapturedAmount: 80 },
    { Id: 's2', Method: 'jane@example.com', CapturedAmount: 20 }
];
const PAYMENTS = [
    { Id: 'p1', Amount: 80, Status: 'Processed', Type: 'Sale', OrderPaymentSummaryId: 's1' },
    { Id: 'p2', Amount: 20, Status: 'Processed', Type: 'Sale', OrderPaymentSummaryId: 's2' }
];

interface ApexMock {
    emit(data: unknown): void;
    error(body: unknown, status: number): void;
}
const mocked = (method: unknown) => method as ApexMock;
const readable = (records: object[], objectReadable = true) => ({ objectReadable, records, hiddenFields: [] });

function create(properties: object = {}): HTMLElement {
    const element = createElement('c-order-payments-console', { is: OrderPaymentsConsole });
    Object.assign(element, { recordId: '1Os000000000001AAA', objectApiName: 'OrderSummary', ...properties });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

/** Answers everything: the summaries first, then what is asked for because of them. */
async function emitAll(summaries = SUMMARIES, payments = PAYMENTS): Promise<void> {
    mocked(getOrderPaymentSummariesOfOrder).emit(readable(summaries));
    await Promise.resolve();
    const empty = [
        getGatewayLogs,
        getGatewaySettings,
        getOrganization,
        getPaymentAuthAdjustments,
        getPaymentAuthorizations,
        getRefundLinePayments,
        getRefunds
    ];
    empty.forEach((method) => mocked(method).emit(readable([])));
    mocked(getPayments).emit(readable(payments));
    await Promise.resolve();
    mocked(getGatewayLogsOfRecords).emit(readable([]));
    await Promise.resolve();
}

const cards = (element: HTMLElement) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('article') ?? [])];
const find = <Found extends Element>(place: ParentNode | null | undefined, selector: string) =>
    place?.querySelector<Found>(selector);

describe('c-order-payments-console', () => {
    it.each([
        ['hideWarnings', 'c-warning-list'],
        ['hideTotals', 'c-totals-table'],
        ['hideTimeline', 'c-timeline-view']
    ])('leaves out one part with %s, and nothing else', async (property, tag) => {
        const element = create({ [property]: true });
        await emitAll();
        const parts = ['c-warning-list', 'c-totals-table', 'c-timeline-view', '.toggle'];
        expect(parts.filter((part) => !find(element.shadowRoot, part))).toEqual([tag]);
    });

    it('shows each payment of the order with its own totals, and hides an email address in its name', async () => {
        const element = create();
        await emitAll();
        const names = cards(element).map((card) => find<HTMLElement & { label: string }>(card, 'c-record-link')?.label);
        expect(names).toEqual(['Visa 4242', '••••••']);
        const captured = cards(element).map((card) =>
            find<HTMLElement & { totals: { kind: string; stored?: number; computed?: number }[] }>(
                card,
                'c-totals-table'
            )?.totals.find(({ kind }) => kind === 'captured')
        );
        expect(captured).toMatchObject([
            { stored: 80, computed: 80 },
            { stored: 20, computed: 20 }
        ]);
        await expect(element).toBeAccessible();
    });

    it('has one timeline for all of them', async () => {
        const element = create();
        await emitAll();
        const events = find<HTMLElement & { events: { id: string }[] }>(element.shadowRoot, 'c-timeline-view')?.events;
        expect(events?.map(({ id }) => id).sort()).toEqual(['p1', 'p2']);
    });

    it('shows the records of a payment on request, and only its own', async () => {
        const element = create();
        await emitAll();
        const [, second] = cards(element);
        const toggle = find<HTMLButtonElement>(second, '.toggle');
        expect(toggle?.getAttribute('aria-expanded')).toBe('false');
        toggle?.click();
        await Promise.resolve();
        expect(toggle?.getAttribute('aria-expanded')).toBe('true');
        const lists = find<HTMLElement & { sections: ListSection[] }>(second, 'c-record-lists');
        expect(lists?.sections.map(({ list }) => list.rows.map(({ Id }) => Id))).toEqual([[], ['p2'], [], []]);
        expect(find(cards(element)[0], 'c-record-lists')).toBeNull();
        toggle?.click();
        await Promise.resolve();
        expect(find(second, 'c-record-lists')).toBeNull();
    });

    it('says that it is loading, that there is nothing, that it may not be read, and what went wrong', async () => {
        const element = create();
        const text = () => element.shadowRoot?.textContent;
        expect(find(element.shadowRoot, 'lightning-spinner')).not.toBeNull();
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([]));
        await Promise.resolve();
        expect(text()).toContain('no order payment summaries yet');
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([], false));
        await Promise.resolve();
        expect(text()).toContain('read access to OrderPaymentSummary');
        mocked(getOrderPaymentSummariesOfOrder).error({ message: 'No heap left.' }, 500);
        await Promise.resolve();
        expect(find(element.shadowRoot, '[role="alert"]')?.textContent).toContain('No heap left.');
        await expect(element).toBeAccessible();
    });
});
