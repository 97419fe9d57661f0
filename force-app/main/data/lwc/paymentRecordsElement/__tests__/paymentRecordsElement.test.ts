import { api, createElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { refreshApex } from '@salesforce/apex';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrderPaymentSummary from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummary';
import getOrderPaymentSummariesOfOrder from '@salesforce/apex/OrderPaymentReader.getOrderPaymentSummariesOfOrder';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import { PaymentRecordsElement } from 'c/paymentRecordsElement';

const SUMMARY_ID = '0bM000000000001AAA';

/** The test adapter behind an Apex method, which Jest puts in its place. */
interface ApexMock extends jest.Mock {
    emit(data: unknown): void;
    error(body?: unknown, status?: number): void;
    getLastConfig(): Record<string, unknown>;
}
const mocked = (method: unknown) => method as ApexMock;

const readable = (records: object[], hiddenFields: string[] = []) => ({ objectReadable: true, records, hiddenFields });

/** `count` rows from the number `start` on, each a second older than the one before. */
function rows(count: number, start = 0) {
    return Array.from({ length: count }, (_, index) => ({
        Id: `row${start + index}`,
        CreatedDate: new Date(Date.UTC(2026, 0, 1) - (start + index) * 1000).toISOString()
    }));
}

/** A component built on the base: what a template of its own would read is open to the test. */
class TestElement extends PaymentRecordsElement {
    @api get rowIds() {
        const { authorizations, payments, refunds } = this.lists;
        const idsOf = (list: { rows: readonly { Id: string }[] }) => list.rows.map(({ Id }) => Id);
        return {
            authorizations: idsOf(authorizations),
            payments: idsOf(payments),
            refunds: idsOf(refunds),
            logs: idsOf(this.logs)
        };
    }

    @api get paymentList() {
        return this.lists.payments;
    }

    @api get logList() {
        return this.logs;
    }

    @api get indexedIds() {
        return [...this.index.byId.keys()];
    }

    @api get lineCount() {
        return this.lists.refundLines.rows.length;
    }

    @api get known() {
        return { currency: this.currency, settings: this.settings, isBusy: this.isBusy };
    }

    @api get changes() {
        return this.changedCount;
    }

    @api get completeLists() {
        return this.complete;
    }

    @api get listsWithAllRows() {
        return this.allRows;
    }

    @api get fieldsHiddenBesides() {
        return this.hiddenBesides;
    }

    @api get summaryIdsRead() {
        return this.summaryIds;
    }

    @api more(objectName: 'PaymentAuthorization' | 'Payment' | 'Refund' | 'PaymentGatewayLog') {
        return this.handleLoadMore(new CustomEvent('loadmore', { detail: { objectName } }));
    }

    @api choose(gatewayId: string, mode: 'live' | 'test' | undefined) {
        this.handleModeChoice(new CustomEvent('modechoice', { detail: { gatewayId, mode } }));
    }

    @api again() {
        return this.handleRefresh();
    }
}

async function create() {
    const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
    element.recordId = SUMMARY_ID;
    element.objectApiName = 'OrderPaymentSummary';
    document.body.appendChild(element);
    await Promise.resolve();
    return element;
}

/** Answers the four lists whose ids the logs of single records are looked up by. */
function emitReferenced({ payments = readable([]) } = {}) {
    mocked(getPaymentAuthorizations).emit(readable([{ Id: 'authorization' }]));
    mocked(getPaymentAuthAdjustments).emit(readable([{ Id: 'adjustment' }]));
    mocked(getPayments).emit(payments);
    mocked(getRefunds).emit(readable([]));
}

describe('PaymentRecordsElement', () => {
    it('asks for the first page of the summary that its page shows', async () => {
        const element = await create();
        expect(element).toMatchObject({ recordId: SUMMARY_ID, objectApiName: 'OrderPaymentSummary' });
        expect(mocked(getPayments).getLastConfig()).toEqual({
            orderPaymentSummaryIds: [SUMMARY_ID],
            createdBefore: '4000-12-31T00:00:00.000Z',
            beforeId: null,
            pageSize: 200
        });
    });

    it('is loading until there is an answer, and again when it is asked for another record', async () => {
        const element = await create();
        expect(element.paymentList.status).toBe('loading');
        mocked(getPayments).emit(readable(rows(1)));
        expect(element.paymentList).toMatchObject({ status: 'ready', hasMore: false });
        mocked(getPayments).emit(undefined);
        expect(element.paymentList).toMatchObject({ status: 'loading', rows: [] });
    });

    it('asks for the logs of single records once the lists they belong to are in', async () => {
        const element = await create();
        expect(mocked(getGatewayLogsOfRecords).getLastConfig()).not.toHaveProperty('recordIds', expect.anything());
        emitReferenced();
        await Promise.resolve();
        expect(mocked(getGatewayLogsOfRecords).getLastConfig()).toMatchObject({
            recordIds: ['authorization', 'adjustment']
        });
        expect(element.indexedIds).toEqual(['authorization', 'adjustment']);
    });

    it('shows the logs of the summary and of its records as one list, newest first', async () => {
        const element = await create();
        mocked(getGatewayLogs).emit(
            readable([
                { Id: 'new', CreatedDate: '2026-03-01' },
                { Id: 'old', CreatedDate: '2026-01-01' }
            ])
        );
        mocked(getGatewayLogsOfRecords).emit(readable([{ Id: 'reversal', CreatedDate: '2026-02-01' }]));
        expect(element.rowIds.logs).toEqual(['new', 'reversal', 'old']);
    });

    it('puts logs whose date is not known behind the others', async () => {
        const element = await create();
        mocked(getGatewayLogs).emit(readable([{ Id: 'undated' }, { Id: 'dated', CreatedDate: '2026-01-01' }]));
        mocked(getGatewayLogsOfRecords).emit(readable([{ Id: 'another' }]));
        expect(element.rowIds.logs).toEqual(['dated', 'undated', 'another']);
    });

    it('keeps the other lists when one is denied and one fails', async () => {
        const element = await create();
        emitReferenced({ payments: { objectReadable: false, records: [], hiddenFields: [] } });
        mocked(getGatewayLogs).error({ message: 'Apex CPU time limit exceeded' }, 500);
        expect(element.paymentList.status).toBe('denied');
        expect(element.logList).toMatchObject({ status: 'failed', error: { kind: 'server' } });
        expect(element.rowIds.authorizations).toEqual(['authorization']);
    });

    it('keeps the rows that are there when reading again fails', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(2)));
        mocked(getPayments).error({ message: 'gone' }, 500);
        expect(element.paymentList).toMatchObject({ status: 'ready', error: { kind: 'server' } });
        expect(element.rowIds.payments).toEqual(['row0', 'row1']);
    });

    it('reads on behind the last row, and says when that was the last page', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(200)));
        expect(element.paymentList.hasMore).toBe(true);
        mocked(getPayments).mockResolvedValueOnce(readable(rows(3, 200)));
        await element.more('Payment');
        const last = rows(200).at(-1);
        expect(mocked(getPayments)).toHaveBeenCalledWith({
            orderPaymentSummaryIds: [SUMMARY_ID],
            createdBefore: last?.CreatedDate,
            beforeId: last?.Id,
            pageSize: 200
        });
        expect(element.rowIds.payments).toHaveLength(203);
        expect(element.paymentList.hasMore).toBe(false);
        await element.more('Payment');
        expect(mocked(getPayments)).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['PaymentAuthorization', 'authorizations', getPaymentAuthorizations],
        ['PaymentAuthorization', 'their reversals', getPaymentAuthAdjustments],
        ['Refund', 'refunds', getRefunds],
        ['Refund', 'their lines', getRefundLinePayments]
    ] as const)('reads on for the list of %s: %s', async (objectName, _name, method) => {
        const element = await create();
        mocked(method).emit(readable(rows(200)));
        mocked(method).mockResolvedValueOnce(readable(rows(3, 200)));
        await element.more(objectName);
        const beforeId = 'row199';
        expect(mocked(method)).toHaveBeenCalledWith(
            expect.objectContaining({ orderPaymentSummaryIds: [SUMMARY_ID], beforeId })
        );
        expect(element.indexedIds.length + element.lineCount).toBe(203);
    });

    it('asks for further records of no other summary once the page shows none', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(200)));
        element.recordId = undefined;
        mocked(getPayments).mockResolvedValueOnce(readable([]));
        await element.more('Payment');
        expect(mocked(getPayments)).toHaveBeenCalledWith(expect.objectContaining({ orderPaymentSummaryIds: [] }));
    });

    it('reads on in both parts of the logs', async () => {
        const element = await create();
        mocked(getGatewayLogs).emit(readable(rows(200)));
        mocked(getGatewayLogsOfRecords).emit(readable(rows(200, 200)));
        mocked(getGatewayLogs).mockResolvedValueOnce(readable(rows(1, 400)));
        mocked(getGatewayLogsOfRecords).mockResolvedValueOnce(readable(rows(1, 401)));
        await element.more('PaymentGatewayLog');
        expect(element.rowIds.logs).toHaveLength(402);
    });

    it('keeps what is there when the next page fails', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(200)));
        mocked(getPayments).mockRejectedValueOnce(new TypeError('Failed to fetch'));
        await element.more('Payment');
        expect(element.rowIds.payments).toHaveLength(200);
        expect(element.paymentList).toMatchObject({ status: 'ready', hasMore: true, error: { kind: 'network' } });
        expect(element.known.isBusy).toBe(false);
    });

    it('drops a page that a refresh has overtaken', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(200)));
        let answer: (page: unknown) => void = () => undefined;
        mocked(getPayments).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
        const more = element.more('Payment');
        mocked(getPayments).emit(readable([{ Id: 'fresh' }]));
        answer(readable(rows(1, 200)));
        await more;
        expect(element.rowIds.payments).toEqual(['fresh']);
    });

    it('reads everything again on refresh, and as many pages as were there', async () => {
        const element = await create();
        mocked(getPayments).emit(readable(rows(200)));
        mocked(getPayments).mockResolvedValueOnce(readable(rows(5, 200)));
        await element.more('Payment');
        mocked(refreshApex).mockImplementation(async () => mocked(getPayments).emit(readable(rows(200))));
        mocked(getOrderPaymentSummary).emit(readable([{ Id: SUMMARY_ID }]));
        mocked(getPayments).mockResolvedValueOnce(readable(rows(5, 200)));
        await element.again();
        expect(mocked(refreshApex)).toHaveBeenCalledTimes(10);
        expect(element.rowIds.payments).toHaveLength(205);
    });

    it('keeps the very rows and what was made of them when they come again as they were', async () => {
        const element = await create();
        emitReferenced({ payments: readable([{ Id: 'p1', Amount: 1 }]) });
        const { paymentList, completeLists } = element;
        const answer = (amount: number) =>
            mocked(refreshApex).mockImplementation(async () =>
                mocked(getPayments).emit(readable([{ Id: 'p1', Amount: amount }]))
            );
        answer(1);
        await element.again();
        expect(element.paymentList).toBe(paymentList);
        expect(element.completeLists).toBe(completeLists);
        answer(2);
        await element.again();
        expect(element.paymentList.rows).toEqual([{ Id: 'p1', Amount: 2 }]);
    });

    describe('asked to read again', () => {
        /** How often everything was read again; 10 queries each. */
        const times = () => mocked(refreshApex).mock.calls.length / 10;

        async function createRead() {
            const element = await create();
            mocked(refreshApex).mockResolvedValue(undefined);
            emitReferenced({ payments: readable(rows(200)) });
            [getOrganization, getGatewaySettings, getOrderPaymentSummary, getRefundLinePayments, getGatewayLogs]
                .map(mocked)
                .forEach((adapter) => adapter.emit(readable([])));
            return element;
        }

        it('while it does so, does it once more afterwards, however often it is asked', async () => {
            const element = await createRead();
            const answers: (() => void)[] = [];
            mocked(refreshApex).mockImplementation(() => new Promise<void>((resolve) => answers.push(resolve)));
            const first = element.again();
            const others = [element.again(), element.again()];
            expect(times()).toBe(1);
            answers.splice(0).forEach((answer) => answer());
            await first;
            expect(element.known.isBusy).toBe(true);
            await Promise.resolve();
            expect(times()).toBe(2);
            answers.splice(0).forEach((answer) => answer());
            await Promise.all(others);
            expect(times()).toBe(2);
            expect(element.known.isBusy).toBe(false);
        });

        it('while it reads on, does so afterwards', async () => {
            const element = await createRead();
            let answer: (page: unknown) => void = () => undefined;
            mocked(getPayments).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
            const more = element.more('Payment');
            const again = element.again();
            expect(times()).toBe(0);
            answer(readable(rows(1, 200)));
            await Promise.all([more, again]);
            expect(times()).toBe(1);
            expect(element.known.isBusy).toBe(false);
        });
    });

    it('knows the currency of the summary, the kind of org and the gateway settings', async () => {
        const element = await create();
        expect(element.known).toMatchObject({ currency: undefined, settings: { isSandbox: undefined } });
        mocked(getOrderPaymentSummary).emit(readable([{ Id: SUMMARY_ID, CurrencyIsoCode: 'JPY' }]));
        mocked(getOrganization).emit(readable([{ Id: '00D000000000001AAA', IsSandbox: true }]));
        mocked(getGatewaySettings).emit(readable([{ Id: 'm1', Mode__c: 'Live' }]));
        expect(element.known).toMatchObject({
            currency: 'JPY',
            settings: { isSandbox: true, gatewaySettings: [{ Id: 'm1', Mode__c: 'Live' }] }
        });
    });

    it('remembers the mode that the person chooses for a gateway', async () => {
        const element = await create();
        element.choose('g1', 'live');
        expect(element.known.settings.chosenModes).toEqual({ g1: 'live' });
        expect((await create()).known.settings.chosenModes).toEqual({ g1: 'live' });
        element.choose('g1', undefined);
        expect(element.known.settings.chosenModes).toEqual({});
    });

    it('counts what has changed, come and gone when it reads again, for a screen reader', async () => {
        const element = await create();
        emitReferenced({ payments: readable([{ Id: 'p1', Amount: 1 }, { Id: 'p2' }]) });
        expect(element.changes).toBeUndefined();
        const later = readable([{ Id: 'p1', Amount: 2 }, { Id: 'p3' }]);
        mocked(refreshApex).mockImplementation(async () => mocked(getPayments).emit(later));
        await element.again();
        expect(element.changes).toBe(3);
        await element.again();
        expect(element.changes).toBe(0);
    });

    it('refreshes with the page, and no longer once it is gone', async () => {
        const element = await create();
        const [, handler] = mocked(registerRefreshHandler).mock.calls.at(-1) ?? [];
        await handler();
        expect(mocked(refreshApex)).toHaveBeenCalled();
        element.remove();
        expect(mocked(unregisterRefreshHandler)).toHaveBeenCalledTimes(1);
        const [registered] = mocked(registerRefreshHandler).mock.results;
        expect(mocked(unregisterRefreshHandler)).toHaveBeenCalledWith(registered?.value);
    });

    it('calls a list complete only if all of it was read, with every field', async () => {
        const element = await create();
        emitReferenced({ payments: readable([{ Id: 'p1' }], ['Payment.Amount']) });
        expect(element.completeLists).toMatchObject({
            authorizations: true,
            payments: false,
            refunds: true,
            logs: false
        });
        expect(element.listsWithAllRows).toMatchObject({ authorizations: true, payments: true, logs: false });
        emitReferenced({ payments: readable(rows(200)) });
        expect(element.completeLists.payments).toBe(false);
        expect(element.listsWithAllRows.payments).toBe(false);
    });

    it('does not take a list for whole that could not be read again, though its rows stay', async () => {
        const element = await create();
        emitReferenced({ payments: readable([{ Id: 'p1' }]) });
        expect(element.listsWithAllRows.payments).toBe(true);
        mocked(getPayments).error({ message: 'Failed to fetch' });
        expect(element.listsWithAllRows.payments).toBe(false);
    });

    it('names the hidden fields of what stands in no list', async () => {
        const element = await create();
        emitReferenced({ payments: readable([{ Id: 'p1' }], ['Payment.Amount']) });
        mocked(getRefundLinePayments).emit(readable([{ Id: 'l1' }], ['RefundLinePayment.PaymentId']));
        expect(element.fieldsHiddenBesides).toEqual(['RefundLinePayment.PaymentId']);
    });
});

describe('PaymentRecordsElement on an order summary', () => {
    const ORDER_ID = '1Os000000000001AAA';

    async function createOnOrder() {
        const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
        Object.assign(element, { recordId: ORDER_ID, objectApiName: 'OrderSummary' });
        document.body.appendChild(element);
        await Promise.resolve();
        return element;
    }

    it('asks for the summaries of the order, and then for the records of all of them at once', async () => {
        await createOnOrder();
        expect(mocked(getOrderPaymentSummariesOfOrder).getLastConfig()).toEqual({ orderSummaryId: ORDER_ID });
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([{ Id: 's1' }, { Id: 's2' }]));
        await Promise.resolve();
        expect(mocked(getPayments).getLastConfig()).toMatchObject({ orderPaymentSummaryIds: ['s1', 's2'] });
    });

    it('does not ask anew where the same summaries come again', async () => {
        const element = await createOnOrder();
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([{ Id: 's1' }]));
        const before = element.summaryIdsRead;
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([{ Id: 's1' }]));
        expect(element.summaryIdsRead).toBe(before);
        mocked(getOrderPaymentSummariesOfOrder).emit(readable([{ Id: 's1' }, { Id: 's2' }]));
        expect(element.summaryIdsRead).toEqual(['s1', 's2']);
    });
});
