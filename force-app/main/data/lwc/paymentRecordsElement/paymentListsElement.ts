import { LightningElement, wire } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { refreshApex } from '@salesforce/apex';
import getGatewayLogs from '@salesforce/apex/OrderPaymentReader.getGatewayLogs';
import getGatewayLogsOfRecords from '@salesforce/apex/OrderPaymentReader.getGatewayLogsOfRecords';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPaymentAuthAdjustments from '@salesforce/apex/OrderPaymentReader.getPaymentAuthAdjustments';
import getPaymentAuthorizations from '@salesforce/apex/OrderPaymentReader.getPaymentAuthorizations';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getRefundLinePayments from '@salesforce/apex/OrderPaymentReader.getRefundLinePayments';
import getRefunds from '@salesforce/apex/OrderPaymentReader.getRefunds';
import type { ChosenModes } from 'c/chosenModes';
import { readChosenModes, rememberMode } from 'c/chosenModes';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import type { StripeMode } from 'c/gatewayReference';
import type {
    GatewaySetting,
    OrderPaymentSummary,
    Organization,
    Payment,
    PaymentAuthAdjustment,
    PaymentAuthorization,
    PaymentGatewayLog,
    PaymentObjectName,
    Refund,
    RefundLinePayment,
    StoredRecord
} from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { CompleteLists } from 'c/paymentTotals';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import type { LoadedList } from './loadedList';
import { countChanges, emptyList, hasAllRows, isComplete, isSame, merge } from './loadedList';
import { PAGE_SIZE, withError, withPage } from './loadedList';

/** What a wire provisions: nothing yet, rows, or an error. */
export interface WireResult<Row> {
    data?: ReadableRecords<Row>;
    error?: unknown;
}

/** The rows by query. Logs come in two: those of the summary, and those that name only one of its records. */
interface Rows {
    summaries: OrderPaymentSummary;
    organization: Organization;
    gatewaySettings: GatewaySetting;
    authorizations: PaymentAuthorization;
    adjustments: PaymentAuthAdjustment;
    payments: Payment;
    refunds: Refund;
    refundLines: RefundLinePayment;
    summaryLogs: PaymentGatewayLog;
    recordLogs: PaymentGatewayLog;
}

type Lists = { [Name in keyof Rows]: LoadedList<Rows[Name]> };
type PagedName = Exclude<keyof Rows, 'summaries' | 'organization' | 'gatewaySettings'>;

/**
 * The first page has no row to go on from, and in SOQL nothing is less than null: so it goes on from the last date that
 * Salesforce can store (years 1700 to 4000).
 */
const END_OF_TIME = '4000-12-31T00:00:00.000Z';

/** A minute, in milliseconds: what is told of the time left is not more exact. */
const SHORTEST_TIME_TOLD = 60_000;

/** What the pages of a list are looked up by. */
interface Parent {
    orderPaymentSummaryIds: string[];
    recordIds: string[];
}

const PAGES: { [Name in PagedName]: (parent: Parent, key: PageKey) => Promise<ReadableRecords<Rows[Name]>> } = {
    authorizations: ({ orderPaymentSummaryIds }, key) => getPaymentAuthorizations({ orderPaymentSummaryIds, ...key }),
    adjustments: ({ orderPaymentSummaryIds }, key) => getPaymentAuthAdjustments({ orderPaymentSummaryIds, ...key }),
    payments: ({ orderPaymentSummaryIds }, key) => getPayments({ orderPaymentSummaryIds, ...key }),
    refunds: ({ orderPaymentSummaryIds }, key) => getRefunds({ orderPaymentSummaryIds, ...key }),
    refundLines: ({ orderPaymentSummaryIds }, key) => getRefundLinePayments({ orderPaymentSummaryIds, ...key }),
    summaryLogs: ({ orderPaymentSummaryIds }, key) => getGatewayLogs({ orderPaymentSummaryIds, ...key }),
    recordLogs: ({ recordIds }, key) => getGatewayLogsOfRecords({ recordIds, ...key })
};

/** The lists that make up what is shown of an object. */
const NAMES_OF_OBJECT = {
    PaymentAuthorization: ['authorizations', 'adjustments'],
    Payment: ['payments'],
    Refund: ['refunds', 'refundLines'],
    PaymentGatewayLog: ['summaryLogs', 'recordLogs']
} as const satisfies Partial<Record<PaymentObjectName, readonly PagedName[]>>;

/** The lists that are not shown themselves, but that links, totals and warnings are made of. */
const UNSHOWN = [
    ['summaries', 'OrderPaymentSummary'],
    ['organization', 'Organization'],
    ['gatewaySettings', 'Stripe_Gateway_Setting__mdt'],
    ['adjustments', 'PaymentAuthAdjustment'],
    ['refundLines', 'RefundLinePayment']
] as const;

/** Records that could not be read. */
export interface MissedRecords {
    objectName: string;
    error: DataError;
}

/** The lists whose ids the logs of single records are looked up by. */
const REFERENCED = ['authorizations', 'adjustments', 'payments', 'refunds'] as const;

/**
 * Reads the payment records of order payment summaries once, page by page, and refreshes them. Which summaries these are
 * is said by who extends it. A list that fails or is denied leaves the others alone.
 */
export class PaymentListsElement extends LightningElement {
    /** Undefined, and so not asked for, until it is known which they are. */
    summaryIds?: string[];

    lists: Lists = {
        summaries: emptyList(),
        organization: emptyList(),
        gatewaySettings: emptyList(),
        authorizations: emptyList(),
        adjustments: emptyList(),
        payments: emptyList(),
        refunds: emptyList(),
        refundLines: emptyList(),
        summaryLogs: emptyList(),
        recordLogs: emptyList()
    };

    /**
     * Everything that has been read so far, by the ids that lead from one record to the next. Of several summaries
     * `summary` is the first.
     */
    index = new RecordIndex(NO_RECORDS);

    /** Which lists hold every record there is, with every field that is read. */
    complete: CompleteLists = this.listsThat(isComplete);

    /** Which lists hold every record there is, though fields may be hidden. */
    allRows: CompleteLists = this.listsThat(hasAllRows);

    private chosenModes: ChosenModes = readChosenModes();

    /** What is known about account and mode besides the records. */
    settings: EvidenceSettings = this.buildSettings();

    /** Undefined, and so not asked for, until the lists that they come from are in. */
    recordIds?: string[];

    /** Whether records are being read again, or further ones. */
    isBusy = false;

    /** When they were read, in milliseconds since the epoch. What expires is judged by it. */
    readAt = Date.now();

    /** How many records had changed, come or gone when they were read again; undefined before. */
    changedCount?: number;

    private refreshHandlerId = 0;

    private readonly wireResults = new Map<keyof Rows, unknown>();
    /** What is being read, and what waits for that. */
    private reading: Promise<void> = Promise.resolve();
    /** A refresh that has not begun. */
    private waitingRefresh?: Promise<void>;

    /** Refreshes with the page, as after an action elsewhere on it (RefreshView API). */
    override connectedCallback(): void {
        this.refreshHandlerId = registerRefreshHandler(this, () => this.readAgain());
    }

    override disconnectedCallback(): void {
        unregisterRefreshHandler(this.refreshHandlerId);
    }

    @wire(getOrganization)
    wiredOrganization(result: WireResult<Organization>): void {
        this.receive('organization', result);
    }

    @wire(getGatewaySettings)
    wiredGatewaySettings(result: WireResult<GatewaySetting>): void {
        this.receive('gatewaySettings', result);
    }

    @wire(getPaymentAuthorizations, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredAuthorizations(result: WireResult<PaymentAuthorization>): void {
        this.receive('authorizations', result);
    }

    @wire(getPaymentAuthAdjustments, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredAdjustments(result: WireResult<PaymentAuthAdjustment>): void {
        this.receive('adjustments', result);
    }

    @wire(getPayments, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredPayments(result: WireResult<Payment>): void {
        this.receive('payments', result);
    }

    @wire(getRefunds, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredRefunds(result: WireResult<Refund>): void {
        this.receive('refunds', result);
    }

    @wire(getRefundLinePayments, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredRefundLines(result: WireResult<RefundLinePayment>): void {
        this.receive('refundLines', result);
    }

    @wire(getGatewayLogs, {
        orderPaymentSummaryIds: '$summaryIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredSummaryLogs(result: WireResult<PaymentGatewayLog>): void {
        this.receive('summaryLogs', result);
    }

    @wire(getGatewayLogsOfRecords, {
        recordIds: '$recordIds',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredRecordLogs(result: WireResult<PaymentGatewayLog>): void {
        this.receive('recordLogs', result);
    }

    /** The gateway logs of the summary and of its records as one list. */
    get logs(): LoadedList<PaymentGatewayLog> {
        return merge(this.lists.summaryLogs, this.lists.recordLogs);
    }

    /** Whether every list has been answered, well or badly. */
    get isRead(): boolean {
        return Object.values(this.lists).every(({ status }) => status !== 'loading');
    }

    /** What could not be read of the records that stand in no list, and that nobody would miss. */
    get missed(): MissedRecords[] {
        return UNSHOWN.flatMap(([name, objectName]) => {
            const { status, error } = this.lists[name];
            const denied: DataError | undefined =
                status === 'denied' ? { kind: 'noPermission', message: '' } : undefined;
            const problem = error ?? denied;
            return problem ? [{ objectName, error: problem }] : [];
        });
    }

    /** Fields of those records that the user may not read, as 'Object.Field'. */
    get hiddenBesides(): string[] {
        return UNSHOWN.flatMap(([name]) => this.lists[name].hiddenFields);
    }

    private listsThat(isSo: (list: LoadedList<StoredRecord>) => boolean): CompleteLists {
        const { authorizations, adjustments, payments, refunds, refundLines, summaryLogs, recordLogs } = this.lists;
        return {
            authorizations: isSo(authorizations),
            adjustments: isSo(adjustments),
            payments: isSo(payments),
            refunds: isSo(refunds),
            refundLines: isSo(refundLines),
            logs: isSo(summaryLogs) && isSo(recordLogs)
        };
    }

    /** Whether the summaries that were read are those whose records are wanted. */
    protected get takesIdsFromSummaries(): boolean {
        return true;
    }

    private buildSettings(): EvidenceSettings {
        return {
            gatewaySettings: this.lists.gatewaySettings.rows,
            isSandbox: this.lists.organization.rows[0]?.IsSandbox,
            chosenModes: this.chosenModes
        };
    }

    private buildIndex(): RecordIndex {
        return new RecordIndex({
            summary: this.lists.summaries.rows[0],
            authorizations: this.lists.authorizations.rows,
            adjustments: this.lists.adjustments.rows,
            payments: this.lists.payments.rows,
            refunds: this.lists.refunds.rows,
            refundLines: this.lists.refundLines.rows,
            logs: this.logs.rows
        });
    }

    /** ISO 4217 code of the summary; undefined in an org with a single currency. */
    get currency(): string | undefined {
        return this.lists.summaries.rows[0]?.CurrencyIsoCode;
    }

    async handleRefresh(): Promise<void> {
        await this.readAgain();
    }

    private async readAgain(): Promise<void> {
        if (this.isBusy) {
            await this.readAgainAfterwards();
        } else {
            await this.whileBusy(() => this.refresh());
        }
    }

    /** What comes in at the moment may be older than the wish for it. However often it is asked, once is enough. */
    private readAgainAfterwards(): Promise<void> {
        this.waitingRefresh ??= this.whileBusy(() => {
            this.waitingRefresh = undefined;
            return this.refresh();
        });
        return this.waitingRefresh;
    }

    async handleLoadMore(event: CustomEvent<{ objectName: keyof typeof NAMES_OF_OBJECT }>): Promise<void> {
        await this.whileBusy(() => this.loadMore(NAMES_OF_OBJECT[event.detail.objectName]));
    }

    /** The person has chosen the mode of a gateway's links, or has taken the choice back. */
    handleModeChoice(event: CustomEvent<{ gatewayId: string; mode?: StripeMode }>): void {
        const { gatewayId, mode } = event.detail;
        this.chosenModes = rememberMode(gatewayId, mode);
        this.settings = this.buildSettings();
    }

    /** Does one task after the other, for they change the same lists. */
    private async whileBusy(task: () => Promise<void>): Promise<void> {
        const reading = this.isBusy ? this.reading.then(task) : task();
        this.isBusy = true;
        this.reading = reading;
        await reading;
        this.isBusy = this.reading !== reading;
    }

    /** Reads the next page of each of these lists that has one. */
    private async loadMore(names: readonly PagedName[]): Promise<void> {
        await Promise.all(names.filter((name) => this.lists[name].hasMore).map((name) => this.loadPage(name)));
    }

    /** Reads everything again, and as many further pages of each list as were there before. */
    protected async refresh(): Promise<void> {
        const before = this.lists;
        await Promise.allSettled([...this.wireResults.values()].map((result) => refreshApex(result)));
        const paged: PagedName[] = [...REFERENCED, 'refundLines', 'summaryLogs', 'recordLogs'];
        await Promise.all(paged.map((name) => this.loadUpTo(name, before[name].rows.length)));
        this.changedCount = countChanges(Object.values(before), Object.values(this.lists));
        // Earlier, nothing that is told of the time left would change, and all of it would be made anew.
        if (Date.now() - this.readAt >= SHORTEST_TIME_TOLD) {
            this.readAt = Date.now();
        }
    }

    protected receive<Name extends keyof Rows>(name: Name, result: WireResult<Rows[Name]>): void {
        this.wireResults.set(name, result);
        if (result.data) {
            this.setList(name, withPage([], result.data));
        } else if (result.error) {
            this.setList(name, withError(this.lists[name], toDataError(result.error)));
        } else {
            // A wire says so at first, and when it is about to ask for another record: the old rows are not its.
            this.setList(name, emptyList());
        }
    }

    private setList<Name extends keyof Rows>(name: Name, list: LoadedList<Rows[Name]>): void {
        // The most usual answer to a refresh. Rows that stay the same objects are not drawn anew.
        if (isSame(this.lists[name], list)) {
            return;
        }
        this.lists = { ...this.lists, [name]: list };
        this.index = this.buildIndex();
        this.complete = this.listsThat(isComplete);
        this.allRows = this.listsThat(hasAllRows);
        this.settings = this.buildSettings();
        if (name === 'summaries' && this.takesIdsFromSummaries && list.status !== 'loading') {
            this.setSummaryIds(list.rows.map(({ Id }) => Id));
        }
        const sources = REFERENCED.map((source) => this.lists[source]);
        const isSource = REFERENCED.some((source) => source === name);
        if (isSource && sources.every((source) => source.status !== 'loading')) {
            this.recordIds = sources.flatMap((source) => source.rows.map((row) => row.Id));
        }
    }

    /** The same ids again, as after a refresh, must not have everything asked for anew. */
    private setSummaryIds(ids: string[]): void {
        if (ids.join() !== this.summaryIds?.join()) {
            this.summaryIds = ids;
        }
    }

    private async loadUpTo(name: PagedName, count: number): Promise<void> {
        const list = this.lists[name];
        if (list.hasMore && list.rows.length < count && !list.error) {
            await this.loadPage(name);
            await this.loadUpTo(name, count);
        }
    }

    private async loadPage<Name extends PagedName>(name: Name): Promise<void> {
        const { rows } = this.lists[name];
        const last = rows.at(-1);
        const parent = { orderPaymentSummaryIds: this.summaryIds ?? [], recordIds: this.recordIds ?? [] };
        const key = {
            createdBefore: END_OF_TIME,
            beforeId: null,
            pageSize: PAGE_SIZE,
            ...(last?.CreatedDate !== undefined && { createdBefore: last.CreatedDate, beforeId: last.Id })
        };
        try {
            const page = await PAGES[name](parent, key);
            // A refresh that came in between has put other rows there, to which this page does not belong.
            if (this.lists[name].rows === rows) {
                this.setList(name, withPage<Rows[Name]>(rows, page));
            }
        } catch (error) {
            this.setList(name, withError<Rows[Name]>(this.lists[name], toDataError(error)));
        }
    }
}
