import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
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
import type { ChosenModes } from 'c/chosenModes';
import { readChosenModes, rememberMode } from 'c/chosenModes';
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
    RefundLinePayment
} from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';
import type { LoadedList } from './loadedList';
import { emptyList, merge, PAGE_SIZE, withError, withPage } from './loadedList';

export type { LoadedList } from './loadedList';

/** What a wire provisions: nothing yet, rows, or an error. */
interface WireResult<Row> {
    data?: ReadableRecords<Row>;
    error?: unknown;
}

/** The rows by query. Logs come in two: those of the summary, and those that name only one of its records. */
interface Rows {
    summary: OrderPaymentSummary;
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
type PagedName = Exclude<keyof Rows, 'summary' | 'organization' | 'gatewaySettings'>;

/**
 * The first page has no row to go on from, and in SOQL nothing is less than null: so it goes on from the last date that
 * Salesforce can store (years 1700 to 4000).
 */
const END_OF_TIME = '4000-12-31T00:00:00.000Z';

/** What the pages of a list are looked up by. */
interface Parent {
    orderPaymentSummaryId: string;
    recordIds: string[];
}

const PAGES: { [Name in PagedName]: (parent: Parent, key: PageKey) => Promise<ReadableRecords<Rows[Name]>> } = {
    authorizations: ({ orderPaymentSummaryId }, key) => getPaymentAuthorizations({ orderPaymentSummaryId, ...key }),
    adjustments: ({ orderPaymentSummaryId }, key) => getPaymentAuthAdjustments({ orderPaymentSummaryId, ...key }),
    payments: ({ orderPaymentSummaryId }, key) => getPayments({ orderPaymentSummaryId, ...key }),
    refunds: ({ orderPaymentSummaryId }, key) => getRefunds({ orderPaymentSummaryId, ...key }),
    refundLines: ({ orderPaymentSummaryId }, key) => getRefundLinePayments({ orderPaymentSummaryId, ...key }),
    summaryLogs: ({ orderPaymentSummaryId }, key) => getGatewayLogs({ orderPaymentSummaryId, ...key }),
    recordLogs: ({ recordIds }, key) => getGatewayLogsOfRecords({ recordIds, ...key })
};

/** The lists that make up what is shown of an object. */
const NAMES_OF_OBJECT = {
    PaymentAuthorization: ['authorizations'],
    Payment: ['payments'],
    Refund: ['refunds', 'refundLines'],
    PaymentGatewayLog: ['summaryLogs', 'recordLogs']
} as const satisfies Partial<Record<PaymentObjectName, readonly PagedName[]>>;

/** The lists whose ids the logs of single records are looked up by. */
const REFERENCED = ['authorizations', 'adjustments', 'payments', 'refunds'] as const;

/**
 * The base of every component that shows the payment records of an order payment summary: it reads them once, page by
 * page, and refreshes them. A list that fails or is denied leaves the others alone.
 */
export class PaymentRecordsElement extends LightningElement {
    /** The OrderPaymentSummary that the page shows. */
    @api recordId?: string;

    lists: Lists = {
        summary: emptyList(),
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

    /** Everything that has been read so far, by the ids that lead from one record to the next. */
    index = new RecordIndex(NO_RECORDS);

    /** What is known about account and mode besides the records. */
    settings: EvidenceSettings = NO_SETTINGS;

    /** Undefined, and so not asked for, until the lists that they come from are in. */
    recordIds?: string[];

    /** Whether records are being read again, or further ones. */
    isBusy = false;

    private chosenModes: ChosenModes = readChosenModes();
    private readonly wireResults = new Map<keyof Rows, unknown>();

    @wire(getOrderPaymentSummary, { orderPaymentSummaryId: '$recordId' })
    wiredSummary(result: WireResult<OrderPaymentSummary>): void {
        this.receive('summary', result);
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
        orderPaymentSummaryId: '$recordId',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredAuthorizations(result: WireResult<PaymentAuthorization>): void {
        this.receive('authorizations', result);
    }

    @wire(getPaymentAuthAdjustments, {
        orderPaymentSummaryId: '$recordId',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredAdjustments(result: WireResult<PaymentAuthAdjustment>): void {
        this.receive('adjustments', result);
    }

    @wire(getPayments, {
        orderPaymentSummaryId: '$recordId',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredPayments(result: WireResult<Payment>): void {
        this.receive('payments', result);
    }

    @wire(getRefunds, {
        orderPaymentSummaryId: '$recordId',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredRefunds(result: WireResult<Refund>): void {
        this.receive('refunds', result);
    }

    @wire(getRefundLinePayments, {
        orderPaymentSummaryId: '$recordId',
        createdBefore: END_OF_TIME,
        beforeId: null,
        pageSize: PAGE_SIZE
    })
    wiredRefundLines(result: WireResult<RefundLinePayment>): void {
        this.receive('refundLines', result);
    }

    @wire(getGatewayLogs, {
        orderPaymentSummaryId: '$recordId',
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

    private buildSettings(): EvidenceSettings {
        return {
            gatewaySettings: this.lists.gatewaySettings.rows,
            isSandbox: this.lists.organization.rows[0]?.IsSandbox,
            chosenModes: this.chosenModes
        };
    }

    private buildIndex(): RecordIndex {
        return new RecordIndex({
            summary: this.lists.summary.rows[0],
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
        return this.lists.summary.rows[0]?.CurrencyIsoCode;
    }

    async handleRefresh(): Promise<void> {
        await this.whileBusy(() => this.refresh());
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

    private async whileBusy(task: () => Promise<void>): Promise<void> {
        this.isBusy = true;
        await task();
        this.isBusy = false;
    }

    /** Reads the next page of each of these lists that has one. */
    private async loadMore(names: readonly PagedName[]): Promise<void> {
        await Promise.all(names.filter((name) => this.lists[name].hasMore).map((name) => this.loadPage(name)));
    }

    /** Reads everything again, and as many further pages of each list as were there before. */
    private async refresh(): Promise<void> {
        const before = this.lists;
        await Promise.allSettled([...this.wireResults.values()].map((result) => refreshApex(result)));
        const paged: PagedName[] = [...REFERENCED, 'refundLines', 'summaryLogs', 'recordLogs'];
        await Promise.all(paged.map((name) => this.loadUpTo(name, before[name].rows.length)));
    }

    private receive<Name extends keyof Rows>(name: Name, result: WireResult<Rows[Name]>): void {
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
        this.lists = { ...this.lists, [name]: list };
        this.index = this.buildIndex();
        this.settings = this.buildSettings();
        const sources = REFERENCED.map((source) => this.lists[source]);
        const isSource = REFERENCED.some((source) => source === name);
        if (isSource && sources.every((source) => source.status !== 'loading')) {
            this.recordIds = sources.flatMap((source) => source.rows.map((row) => row.Id));
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
        const parent = { orderPaymentSummaryId: this.recordId ?? '', recordIds: this.recordIds ?? [] };
        const key = {
            createdBefore: last?.CreatedDate ?? END_OF_TIME,
            beforeId: last?.Id ?? null,
            pageSize: PAGE_SIZE
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
