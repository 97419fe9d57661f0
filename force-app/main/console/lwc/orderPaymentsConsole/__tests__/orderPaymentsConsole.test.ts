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
import GatewayLogModal from 'c/gatewayLogModal';
import OrderPaymentsConsole from 'c/orderPaymentsConsole';
import type { ListSection } from 'c/recordLists';
import type { EvidenceSettings } from 'c/stripeEvidence';

const SUMMARIES = [
    { Id: 's1', Method: 'Visa 4242', CapturedAmount: 80 },
    { Id: 's2', Method: 'jane@example.com', CapturedAmount: 20 }
];
const PAYMENTS = [
    { Id: 'p1', Amount: 80, Status: 'Processed', Type: 'Sale', OrderPaymentSummaryId: 's1' },
    { Id: 'p2', Amount: 20, Status: 'Processed', Type: 'Sale', OrderPaymentSummaryId: 's2' }
];

const mocked = (method: unknown) => method as ApexMock;
const readable = (records: object[], objectReadable = true) => ({ objectReadable, records, hiddenFields: [] });

function create(properties: object = {}): HTMLElement {
    const element = createElement('c-order-payments-console', { is: OrderPaymentsConsole });
    Object.assign(element, { recordId: '1Os000000000001AAA', objectApiName: 'OrderSummary', ...properties });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

/** Answers everything: the summaries first, then what is asked for because of them. */
async function answerAll(summaries: object[] = SUMMARIES, payments: object[] = PAYMENTS): Promise<void> {
    await mocked(getOrderPaymentSummariesOfOrder).answer(readable(summaries));
    const empty = [
        getGatewayLogs,
        getGatewaySettings,
        getOrganization,
        getPaymentAuthAdjustments,
        getPaymentAuthorizations,
        getRefundLinePayments,
        getRefunds
    ];
    await Promise.all(empty.map((method) => mocked(method).answer(readable([]))));
    await mocked(getPayments).answer(readable(payments));
    await mocked(getGatewayLogsOfRecords).answer(readable([]));
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
        await answerAll();
        const parts = ['c-warning-list', 'c-totals-table', 'c-timeline-view', '.toggle'];
        expect(parts.filter((part) => !find(element.shadowRoot, part))).toEqual([tag]);
    });

    it('shows each payment of the order with its own totals, and hides an email address in its name', async () => {
        const element = create();
        await answerAll();
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

    it('numbers the payments that have no name, or one that may not be read', async () => {
        const element = create();
        await answerAll([{ Id: 's1' }, { Id: 's2', Method: 'Visa 4242' }, { Id: 's3', Method: '' }], []);
        const names = cards(element).map((card) => find<HTMLElement & { label: string }>(card, 'c-record-link')?.label);
        expect(names).toEqual(['1', 'Visa 4242', '3']);
        expect(cards(element).map((card) => find(card, '.toggle')?.textContent)).toContain('Show records of 3');
    });

    it('has one timeline for all of them', async () => {
        const element = create();
        await answerAll();
        const events = find<HTMLElement & { events: { id: string }[] }>(element.shadowRoot, 'c-timeline-view')?.events;
        expect(events?.map(({ id }) => id).sort()).toEqual(['p1', 'p2']);
    });

    it('shows the records of a payment on request, and only its own', async () => {
        const element = create();
        await answerAll();
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
        const again = () => find(element.shadowRoot, '.refresh')?.dispatchEvent(new CustomEvent('click'));
        expect(find(element.shadowRoot, 'lightning-spinner')).not.toBeNull();
        await answerAll([], []);
        expect(text()).toContain('no order payment summaries yet');
        again();
        await mocked(getOrderPaymentSummariesOfOrder).answer(readable([], false));
        expect(text()).toContain('read access to OrderPaymentSummary');
        await answerAll([], []);
        again();
        await mocked(getOrderPaymentSummariesOfOrder).fail({ message: 'No heap left.' }, 500);
        expect(find(element.shadowRoot, '[role="alert"]')?.textContent).toContain('No heap left.');
        await expect(element).toBeAccessible();
    });

    it('tries again after an error, hands the focus to "Refresh", and says how much has changed', async () => {
        const element = create();
        await mocked(getOrderPaymentSummariesOfOrder).fail({ message: 'No heap left.' }, 500);
        const refresh = find<HTMLElement>(element.shadowRoot, '.refresh');
        const focus = refresh && jest.spyOn(refresh, 'focus');
        find(element.shadowRoot, '[role=alert] lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(focus).toHaveBeenCalledTimes(1);
        await answerAll(SUMMARIES, []);
        expect(find(element.shadowRoot, '[role=alert]')).toBeNull();
        expect(find(element.shadowRoot, '[role=status]')?.textContent).toBe(
            'The records were read again. 2 changed since.'
        );
    });
});

describe('c-order-payments-console, asked by its', () => {
    const PARTS = ['c-timeline-view', 'c-record-lists'];
    const openModal = (GatewayLogModal as unknown as { open: jest.Mock }).open;

    /** Has read everything, and shows the records of the first payment. */
    async function createOpen(payments?: object[]): Promise<HTMLElement> {
        const element = create();
        await answerAll(undefined, payments);
        find<HTMLElement>(element.shadowRoot, '.toggle')?.click();
        await Promise.resolve();
        return element;
    }

    async function tell(element: HTMLElement, tag: string, name: string, detail?: object): Promise<void> {
        find(element.shadowRoot, tag)?.dispatchEvent(new CustomEvent(name, { detail }));
        await Promise.resolve();
    }

    it.each(PARTS)('%s, opens a log', async (tag) => {
        await tell(await createOpen(), tag, 'readlog', { logId: 'l1' });
        expect(openModal).toHaveBeenCalledTimes(1);
        expect(openModal.mock.calls[0]?.[0]).toMatchObject({ logId: 'l1' });
    });

    it.each(PARTS)('%s, takes a mode for all links', async (tag) => {
        const element = await createOpen();
        await tell(element, tag, 'modechoice', { gatewayId: 'g1', mode: 'live' });
        const settings = PARTS.map(
            (part) => find<HTMLElement & { settings: EvidenceSettings }>(element.shadowRoot, part)?.settings
        );
        expect(settings.map((known) => known?.chosenModes)).toEqual([{ g1: 'live' }, { g1: 'live' }]);
        localStorage.clear();
    });

    it('lists, reads further records of all payments of the order', async () => {
        const element = await createOpen(
            Array.from({ length: 200 }, (_, index) => ({ Id: `p${index}`, CreatedDate: '2026-01-01' }))
        );
        await tell(element, 'c-record-lists', 'loadmore', { objectName: 'Payment' });
        expect(mocked(getPayments).mock.lastCall).toMatchObject([
            { orderPaymentSummaryIds: ['s1', 's2'], beforeId: 'p199' }
        ]);
    });

    it.each(['c-settings-notice', 'c-record-lists'])('%s, reads everything again', async (tag) => {
        const element = await createOpen();
        jest.clearAllMocks();
        await tell(element, tag, 'refresh');
        expect(getOrganization).toHaveBeenCalledTimes(1);
        expect(getOrderPaymentSummariesOfOrder).toHaveBeenCalledTimes(1);
    });
});
