import { api, createElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
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

async function create(recordId = SUMMARY_ID) {
    const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
    element.recordId = recordId;
    element.objectApiName = 'OrderPaymentSummary';
    document.body.appendChild(element);
    await new Promise(process.nextTick);
    return element;
}

/** Answers the four lists whose ids the logs of single records are looked up by. */
async function answerReferenced({ payments = readable([]) as unknown } = {}) {
    await mocked(getPaymentAuthorizations).answer(readable([{ Id: 'authorization' }]));
    await mocked(getPaymentAuthAdjustments).answer(readable([{ Id: 'adjustment' }]));
    await mocked(getPayments).answer(payments);
    await mocked(getRefunds).answer(readable([]));
}

const QUERIES = [
    getOrganization,
    getGatewaySettings,
    getOrderPaymentSummary,
    getPaymentAuthorizations,
    getPaymentAuthAdjustments,
    getPayments,
    getRefunds,
    getRefundLinePayments,
    getGatewayLogs,
    getGatewayLogsOfRecords
].map(mocked);

/** Answers everything that is asked: no records, but for those given by the query. */
async function answerAll(records: ReadonlyMap<unknown, object[]> = new Map()) {
    const answerEach = () => Promise.all(QUERIES.map((query) => query.answer(readable(records.get(query) ?? []))));
    await answerEach();
    // What is asked because of these.
    await answerEach();
}

describe('PaymentRecordsElement', () => {
    it('asks for the first page of the summary that its page shows', async () => {
        const element = await create();
        expect(element).toMatchObject({ recordId: SUMMARY_ID, objectApiName: 'OrderPaymentSummary' });
        expect(mocked(getPayments).mock.calls).toEqual([
            [
                {
                    orderPaymentSummaryIds: [SUMMARY_ID],
                    createdBefore: '4000-12-31T00:00:00.000Z',
                    beforeId: null,
                    pageSize: 200
                }
            ]
        ]);
    });

    it('asks for no records as long as the page shows none, but for what holds for all of them', async () => {
        const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
        document.body.appendChild(element);
        await new Promise(process.nextTick);
        expect(getPayments).not.toHaveBeenCalled();
        await mocked(getOrganization).answer(readable([{ Id: 'o1', IsSandbox: true }]));
        expect(element.known.settings.isSandbox).toBe(true);
    });

    it('asks for nothing before it is on the page', async () => {
        const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
        element.recordId = SUMMARY_ID;
        await new Promise(process.nextTick);
        expect(getPayments).not.toHaveBeenCalled();
    });

    it('is loading until there is an answer', async () => {
        const element = await create();
        expect(element.paymentList.status).toBe('loading');
        await mocked(getPayments).answer(readable(rows(1)));
        expect(element.paymentList).toMatchObject({ status: 'ready', hasMore: false });
    });

    it('does not ask again when it is moved to another place of the page', async () => {
        const element = await create();
        await answerAll();
        document.body.appendChild(element);
        await new Promise(process.nextTick);
        expect(getPayments).toHaveBeenCalledTimes(1);
        expect(element.paymentList.status).toBe('ready');
    });

    it('asks once for lists that stand apart on a page, and anew for one that comes later', async () => {
        const elements = [await create(), await create()];
        expect(getPayments).toHaveBeenCalledTimes(1);
        await mocked(getPayments).answer(readable(rows(1)));
        expect(elements.map(({ rowIds }) => rowIds.payments)).toEqual([['row0'], ['row0']]);
        const later = await create();
        expect(getPayments).toHaveBeenCalledTimes(2);
        await mocked(getPayments).answer(readable(rows(2)));
        expect(later.rowIds.payments).toEqual(['row0', 'row1']);
        expect(elements[0]?.rowIds.payments).toEqual(['row0']);
    });

    it('asks for the records of each summary where lists of several stand on a page', async () => {
        const other = '0bM000000000002AAA';
        await create();
        await create(other);
        expect(mocked(getPayments).mock.calls).toMatchObject([
            [{ orderPaymentSummaryIds: [SUMMARY_ID] }],
            [{ orderPaymentSummaryIds: [other] }]
        ]);
    });

    it('asks for the logs of single records once the lists they belong to are in', async () => {
        const element = await create();
        expect(getGatewayLogsOfRecords).not.toHaveBeenCalled();
        await answerReferenced();
        expect(mocked(getGatewayLogsOfRecords).mock.lastCall).toMatchObject([
            { recordIds: ['authorization', 'adjustment'] }
        ]);
        expect(element.indexedIds).toEqual(['authorization', 'adjustment']);
    });

    it('shows the logs of the summary and of its records as one list, newest first', async () => {
        const element = await create();
        await answerAll(
            new Map<unknown, object[]>([
                [
                    getGatewayLogs,
                    [
                        { Id: 'new', CreatedDate: '2026-03-01' },
                        { Id: 'old', CreatedDate: '2026-01-01' }
                    ]
                ],
                [getGatewayLogsOfRecords, [{ Id: 'reversal', CreatedDate: '2026-02-01' }]]
            ])
        );
        expect(element.rowIds.logs).toEqual(['new', 'reversal', 'old']);
    });

    it('puts logs whose date is not known behind the others', async () => {
        const element = await create();
        await answerAll(
            new Map<unknown, object[]>([
                [getGatewayLogs, [{ Id: 'undated' }, { Id: 'dated', CreatedDate: '2026-01-01' }]],
                [getGatewayLogsOfRecords, [{ Id: 'another' }]]
            ])
        );
        expect(element.rowIds.logs).toEqual(['dated', 'undated', 'another']);
    });

    it('keeps the other lists when one is denied and one fails', async () => {
        const element = await create();
        await answerReferenced({ payments: { objectReadable: false, records: [], hiddenFields: [] } });
        await mocked(getGatewayLogs).fail({ message: 'Apex CPU time limit exceeded' }, 500);
        expect(element.paymentList.status).toBe('denied');
        expect(element.logList).toMatchObject({ status: 'failed', error: { kind: 'server' } });
        expect(element.rowIds.authorizations).toEqual(['authorization']);
    });

    it('reads on behind the last row, and says when that was the last page', async () => {
        const element = await create();
        await answerAll(new Map([[getPayments, rows(200)]]));
        expect(element.paymentList.hasMore).toBe(true);
        const more = element.more('Payment');
        const last = rows(200).at(-1);
        expect(mocked(getPayments).mock.lastCall).toEqual([
            {
                orderPaymentSummaryIds: [SUMMARY_ID],
                createdBefore: last?.CreatedDate,
                beforeId: last?.Id,
                pageSize: 200
            }
        ]);
        await mocked(getPayments).answer(readable(rows(3, 200)));
        await answerAll();
        await more;
        expect(element.rowIds.payments).toHaveLength(203);
        expect(element.paymentList.hasMore).toBe(false);
        const nothing = element.more('Payment');
        await answerAll();
        await nothing;
        expect(getPayments).toHaveBeenCalledTimes(2);
    });

    it('looks for the logs of the records that it has read on', async () => {
        const element = await create();
        await answerAll(new Map([[getPayments, rows(200)]]));
        const more = element.more('Payment');
        await mocked(getPayments).answer(readable([{ Id: 'further' }]));
        const [question] = mocked(getGatewayLogsOfRecords).mock.lastCall ?? [];
        expect(question.recordIds).toContain('further');
        await mocked(getGatewayLogsOfRecords).answer(readable([{ Id: 'reversal' }]));
        await more;
        expect(element.rowIds.logs).toEqual(['reversal']);
    });

    it.each([
        ['PaymentAuthorization', 'authorizations', getPaymentAuthorizations],
        ['PaymentAuthorization', 'their reversals', getPaymentAuthAdjustments],
        ['Refund', 'refunds', getRefunds],
        ['Refund', 'their lines', getRefundLinePayments]
    ] as const)('reads on for the list of %s: %s', async (objectName, _name, method) => {
        const element = await create();
        await answerAll(new Map<unknown, object[]>([[method, rows(200)]]));
        const more = element.more(objectName);
        expect(mocked(method).mock.lastCall).toMatchObject([
            { orderPaymentSummaryIds: [SUMMARY_ID], beforeId: 'row199' }
        ]);
        await mocked(method).answer(readable(rows(3, 200)));
        await answerAll();
        await more;
        expect(element.indexedIds.length + element.lineCount).toBe(203);
    });

    it('reads on in both parts of the logs', async () => {
        const element = await create();
        await answerAll(
            new Map<unknown, object[]>([
                [getGatewayLogs, rows(200)],
                [getGatewayLogsOfRecords, rows(200, 200)]
            ])
        );
        const more = element.more('PaymentGatewayLog');
        await mocked(getGatewayLogs).answer(readable(rows(1, 400)));
        await mocked(getGatewayLogsOfRecords).answer(readable(rows(1, 401)));
        await more;
        expect(element.rowIds.logs).toHaveLength(402);
    });

    it('keeps what is there when the next page fails', async () => {
        const element = await create();
        await answerAll(new Map([[getPayments, rows(200)]]));
        mocked(getPayments).mockRejectedValueOnce(new TypeError('Failed to fetch'));
        const more = element.more('Payment');
        await new Promise(process.nextTick);
        await answerAll();
        await more;
        expect(element.rowIds.payments).toHaveLength(200);
        expect(element.paymentList).toMatchObject({ status: 'ready', hasMore: true, error: { kind: 'network' } });
        expect(element.known.isBusy).toBe(false);
    });

    it('reads everything again on refresh, and as many rows as were there, which stay until then', async () => {
        const element = await create();
        await answerAll(new Map([[getPayments, rows(200)]]));
        const more = element.more('Payment');
        await mocked(getPayments).answer(readable(rows(5, 200)));
        await answerAll();
        await more;
        jest.clearAllMocks();
        const again = element.again();
        await mocked(getPayments).answer(readable(rows(200)));
        expect(element.rowIds.payments).toHaveLength(205);
        await mocked(getPayments).answer(readable(rows(4, 200)));
        await answerAll();
        await again;
        expect(QUERIES.filter((query) => query.mock.calls.length === 0)).toEqual([]);
        expect(element.rowIds.payments).toHaveLength(204);
    });

    it('keeps the very rows and what was made of them when they come again as they were', async () => {
        const element = await create();
        const read = (amount: number) => answerAll(new Map([[getPayments, [{ Id: 'p1', Amount: amount }]]]));
        await read(1);
        const { paymentList, completeLists, logList } = element;
        const again = async (amount: number) => {
            const reading = element.again();
            await read(amount);
            await reading;
        };
        await again(1);
        expect(element.paymentList).toBe(paymentList);
        expect(element.completeLists).toBe(completeLists);
        await again(2);
        expect(element.paymentList.rows).toEqual([{ Id: 'p1', Amount: 2 }]);
        expect(element.logList).toBe(logList);
    });

    describe('asked to read again', () => {
        async function createRead(payments: object[] = []) {
            const element = await create();
            await answerAll(new Map([[getPayments, payments]]));
            jest.clearAllMocks();
            return element;
        }

        /** How often everything was asked for. */
        const times = () => mocked(getOrganization).mock.calls.length;

        it('keeps the rows that are there where that fails, says so, and does not call it whole', async () => {
            const element = await createRead([{ Id: 'p1' }]);
            expect(element.listsWithAllRows.payments).toBe(true);
            const again = element.again();
            await mocked(getPayments).fail({ message: 'gone' }, 500);
            await answerAll();
            await again;
            expect(element.paymentList).toMatchObject({ status: 'ready', error: { kind: 'server' } });
            expect(element.rowIds.payments).toEqual(['p1']);
            expect(element.listsWithAllRows.payments).toBe(false);
            expect(element.changes).toBeUndefined();
        });

        it('after a failure shows what comes then', async () => {
            const element = await create();
            await mocked(getPayments).fail({ message: 'Too busy.' }, 500);
            await answerAll();
            expect(element.paymentList.status).toBe('failed');
            const again = element.again();
            await answerAll(new Map([[getPayments, [{ Id: 'p1' }]]]));
            await again;
            expect(element.paymentList.status).toBe('ready');
            expect(element.paymentList.error).toBeUndefined();
            expect(element.rowIds.payments).toEqual(['p1']);
        });

        it('while it does so, does it once more afterwards, however often it is asked', async () => {
            const element = await createRead();
            const first = element.again();
            const others = [element.again(), element.again()];
            expect(times()).toBe(1);
            await answerAll();
            await first;
            expect(element.known.isBusy).toBe(true);
            expect(times()).toBe(2);
            await answerAll();
            await Promise.all(others);
            expect(times()).toBe(2);
            expect(element.known.isBusy).toBe(false);
        });

        it('while it reads on, does so afterwards', async () => {
            const element = await createRead(rows(200));
            const more = element.more('Payment');
            const again = element.again();
            expect(times()).toBe(0);
            await mocked(getPayments).answer(readable(rows(1, 200)));
            await answerAll();
            await more;
            expect(times()).toBe(1);
            await answerAll();
            await again;
            expect(element.known.isBusy).toBe(false);
        });

        it('before the first answers are in, does not take these, for they may be older', async () => {
            const element = await create();
            const { answer } = mocked(getPayments);
            const again = element.again();
            const [first, second] = mocked(getPayments).mock.results;
            expect(second).toBeDefined();
            expect(second?.value).not.toBe(first?.value);
            await answer(readable([{ Id: 'fresh' }]));
            await answerAll();
            await again;
            expect(element.rowIds.payments).toEqual(['fresh']);
        });

        it('counts what has changed, come and gone, for a screen reader, and says the same number anew', async () => {
            const element = await createRead([{ Id: 'p1', Amount: 1 }, { Id: 'p2' }]);
            expect(element.changes).toBeUndefined();
            const later = new Map([[getPayments, [{ Id: 'p1', Amount: 2 }, { Id: 'p3' }]]]);
            const readAgain = async () => {
                const again = element.again();
                expect(element.changes).toBeUndefined();
                await answerAll(later);
                await again;
                return element.changes;
            };
            expect(await readAgain()).toBe(3);
            expect(await readAgain()).toBe(0);
            expect(await readAgain()).toBe(0);
        });

        it('does so with the page, and no longer once it is gone', async () => {
            const element = await createRead();
            element.remove();
            document.body.appendChild(element);
            const [, handler] = mocked(registerRefreshHandler).mock.calls.at(-1) ?? [];
            const again = handler();
            expect(times()).toBe(1);
            await answerAll();
            await again;
            const registered = mocked(registerRefreshHandler).mock.results.at(-1);
            element.remove();
            expect(mocked(unregisterRefreshHandler)).toHaveBeenLastCalledWith(registered?.value);
        });
    });

    it('knows the currency of the summary, the kind of org and the gateway settings', async () => {
        const element = await create();
        expect(element.known).toMatchObject({ currency: undefined, settings: { isSandbox: undefined } });
        await answerAll(
            new Map<unknown, object[]>([
                [getOrderPaymentSummary, [{ Id: SUMMARY_ID, CurrencyIsoCode: 'JPY' }]],
                [getOrganization, [{ Id: '00D000000000001AAA', IsSandbox: true }]],
                [getGatewaySettings, [{ Id: 'm1', Mode__c: 'Live' }]]
            ])
        );
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

    it('takes the mode that is chosen in another list of the page, as long as it is there', async () => {
        const [element, other] = [await create(), await create()];
        element.choose('g1', 'test');
        expect(other.known.settings.chosenModes).toEqual({ g1: 'test' });
        other.remove();
        element.choose('g1', undefined);
        expect(other.known.settings.chosenModes).toEqual({ g1: 'test' });
    });

    it('calls a list complete only if all of it was read, with every field', async () => {
        const element = await create();
        await answerReferenced({ payments: readable([{ Id: 'p1' }], ['Payment.Amount']) });
        expect(element.completeLists).toMatchObject({
            authorizations: true,
            payments: false,
            refunds: true,
            logs: false
        });
        expect(element.listsWithAllRows).toMatchObject({ authorizations: true, payments: true, logs: false });
        const again = element.again();
        await answerAll(new Map([[getPayments, rows(200)]]));
        await again;
        expect(element.completeLists).toMatchObject({ payments: false, logs: true });
        expect(element.listsWithAllRows.payments).toBe(false);
    });

    it('names the hidden fields of what stands in no list', async () => {
        const element = await create();
        await answerReferenced({ payments: readable([{ Id: 'p1' }], ['Payment.Amount']) });
        await mocked(getRefundLinePayments).answer(readable([{ Id: 'l1' }], ['RefundLinePayment.PaymentId']));
        expect(element.fieldsHiddenBesides).toEqual(['RefundLinePayment.PaymentId']);
    });
});

describe('PaymentRecordsElement, when its page goes on to another record,', () => {
    const OTHER_ID = '0bM000000000002AAA';

    it('forgets the records of the one before, and asks for those of the other', async () => {
        const element = await create();
        await answerAll(
            new Map<unknown, object[]>([
                [getPayments, [{ Id: 'p1' }]],
                [getOrganization, [{ Id: 'o1', IsSandbox: true }]]
            ])
        );
        element.recordId = OTHER_ID;
        expect(element.paymentList).toMatchObject({ status: 'loading', rows: [] });
        expect(element.indexedIds).toEqual([]);
        expect(element.known.settings.isSandbox).toBe(true);
        await new Promise(process.nextTick);
        expect(mocked(getPayments).mock.lastCall).toMatchObject([{ orderPaymentSummaryIds: [OTHER_ID] }]);
        expect(getOrganization).toHaveBeenCalledTimes(1);
        await mocked(getPayments).answer(readable([{ Id: 'p2' }]));
        expect(element.rowIds.payments).toEqual(['p2']);
    });

    it('still takes what holds for all of them', async () => {
        const element = await create();
        element.recordId = OTHER_ID;
        await answerAll(new Map([[getOrganization, [{ Id: 'o1', IsSandbox: true }]]]));
        expect(element.known.settings.isSandbox).toBe(true);
    });

    it('asks once where record and object change together', async () => {
        const element = await create();
        await answerAll();
        jest.clearAllMocks();
        Object.assign(element, { recordId: '1Os000000000001AAA', objectApiName: 'OrderSummary' });
        await new Promise(process.nextTick);
        expect(getOrderPaymentSummary).not.toHaveBeenCalled();
        expect(getOrderPaymentSummariesOfOrder).toHaveBeenCalledTimes(1);
    });

    it('takes no answer, and no failure, that is of the one before', async () => {
        const element = await create();
        const answers = [getPayments, getRefunds].map((query) => {
            let settle: { resolve(page: unknown): void; reject(error: unknown): void } | undefined;
            mocked(query).mockReturnValueOnce(new Promise((resolve, reject) => (settle = { resolve, reject })));
            return () => settle;
        });
        const again = element.again();
        element.recordId = OTHER_ID;
        await new Promise(process.nextTick);
        await mocked(getPayments).answer(readable([{ Id: 'p2' }]));
        await mocked(getRefunds).answer(readable([{ Id: 'r2' }]));
        answers[0]?.()?.resolve(readable([{ Id: 'old' }]));
        answers[1]?.()?.reject({ status: 500, body: { message: 'old' } });
        await answerAll();
        await again;
        expect(element.rowIds).toMatchObject({ payments: ['p2'], refunds: ['r2'] });
        expect(element.changes).toBeUndefined();
        expect(mocked(getGatewayLogsOfRecords).mock.calls.map(([{ recordIds }]) => recordIds)).toEqual([['p2', 'r2']]);
    });

    it('shows nothing where there is no other', async () => {
        const element = await create();
        await answerAll(new Map([[getPayments, rows(200)]]));
        jest.clearAllMocks();
        element.recordId = undefined;
        await new Promise(process.nextTick);
        await element.more('Payment');
        expect(element.rowIds.payments).toEqual([]);
        expect(getPayments).not.toHaveBeenCalled();
    });

    it('shows nothing of what comes late where there is no other', async () => {
        const element = await create();
        element.recordId = undefined;
        await answerAll(new Map([[getPayments, rows(1)]]));
        expect(element.rowIds.payments).toEqual([]);
    });
});

describe('PaymentRecordsElement on an order summary', () => {
    const ORDER_ID = '1Os000000000001AAA';

    async function createOnOrder() {
        const element = createElement('x-test-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
        Object.assign(element, { recordId: ORDER_ID, objectApiName: 'OrderSummary' });
        document.body.appendChild(element);
        await new Promise(process.nextTick);
        return element;
    }

    it('asks for the summaries of the order, and then for the records of all of them at once', async () => {
        const element = await createOnOrder();
        expect(mocked(getOrderPaymentSummariesOfOrder).mock.calls).toEqual([[{ orderSummaryId: ORDER_ID }]]);
        expect(getPayments).not.toHaveBeenCalled();
        await mocked(getOrderPaymentSummariesOfOrder).answer(readable([{ Id: 's1' }, { Id: 's2' }]));
        expect(mocked(getPayments).mock.calls).toMatchObject([[{ orderPaymentSummaryIds: ['s1', 's2'] }]]);
        expect(element.summaryIdsRead).toEqual(['s1', 's2']);
    });

    it('asks for the records of no summary of another order', async () => {
        let answer: (page: unknown) => void = () => undefined;
        mocked(getOrderPaymentSummariesOfOrder).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
        const element = await createOnOrder();
        element.recordId = '1Os000000000002AAA';
        await new Promise(process.nextTick);
        answer(readable([{ Id: 's1' }]));
        await new Promise(process.nextTick);
        expect(getPayments).not.toHaveBeenCalled();
        await mocked(getOrderPaymentSummariesOfOrder).answer(readable([{ Id: 's9' }]));
        expect(mocked(getPayments).mock.calls).toMatchObject([[{ orderPaymentSummaryIds: ['s9'] }]]);
    });

    it('reads the records of a summary that has come since on refresh', async () => {
        const element = await createOnOrder();
        await mocked(getOrderPaymentSummariesOfOrder).answer(readable([{ Id: 's1' }]));
        await answerAll();
        const again = element.again();
        await mocked(getOrderPaymentSummariesOfOrder).answer(readable([{ Id: 's1' }, { Id: 's2' }]));
        expect(mocked(getPayments).mock.lastCall).toMatchObject([{ orderPaymentSummaryIds: ['s1', 's2'] }]);
        await answerAll();
        await again;
        expect(element.summaryIdsRead).toEqual(['s1', 's2']);
    });
});
