import { LightningElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import type { ChosenModes } from 'c/chosenModes';
import { onChosenModes, readChosenModes, rememberMode } from 'c/chosenModes';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import type { StripeMode } from 'c/gatewayReference';
import type { OrderPaymentSummary, PaymentGatewayLog, StoredRecord } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { CompleteLists } from 'c/paymentTotals';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { LatestRequests } from './latestRequests';
import type { LoadedList, Query } from './loadedList';
import { countChanges, emptyList, hasAllRows, isComplete, isSame, merge, readPages, withError } from './loadedList';
import type { ListName, Lists, PagedName, Parent, Rows } from './paymentQueries';
import { NAMES_OF_OBJECT, PAGES, REFERENCED, UNSHOWN } from './paymentQueries';
import { shared } from './sharedRequests';

/** A minute, in milliseconds: what is told of the time left is not more exact. */
const SHORTEST_TIME_TOLD = 60_000;

/** Records that could not be read. */
export interface MissedRecords {
    objectName: string;
    error: DataError;
}

/** Whose records a page shows. */
export interface PageSummaries {
    query: Query<OrderPaymentSummary>;
    /** What the query looks up. */
    parent: object;
    /** Undefined where only the summaries themselves tell them. */
    ids?: string[];
}

/** The lists of a page's records before anything was read. */
const NO_LISTS: Omit<Lists, 'organization' | 'gatewaySettings'> = {
    summaries: emptyList(),
    authorizations: emptyList(),
    adjustments: emptyList(),
    payments: emptyList(),
    refunds: emptyList(),
    refundLines: emptyList(),
    summaryLogs: emptyList(),
    recordLogs: emptyList()
};

/**
 * Reads the payment records of order payment summaries, page by page, and refreshes them. Which summaries these are is said
 * by who extends it. A list that fails or is denied leaves the others alone.
 *
 * It calls Apex itself and wires nothing, so that a first reading, another try and a refresh are the same: a wire that has
 * had an error is not told of a later success (github.com/salesforce/lwc/issues/3990), and answers from a cache would be
 * old after a refresh (developer.salesforce.com/docs/platform/lwc/guide/apex-result-caching).
 */
export abstract class PaymentListsElement extends LightningElement {
    /** Undefined until it is known which they are. */
    summaryIds?: string[];

    lists: Lists = { ...NO_LISTS, organization: emptyList(), gatewaySettings: emptyList() };

    /** The gateway logs of the summaries and of their records as one list. */
    logs: LoadedList<PaymentGatewayLog> = emptyList();

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

    /** Whether records are being read again, or further ones. */
    isBusy = false;

    /** When they were read, in milliseconds since the epoch. What expires is judged by it. */
    readAt = Date.now();

    /** How many records had changed, come or gone when all were read again; undefined before, and where one failed. */
    changedCount?: number;

    private refreshHandlerId = 0;
    private stopListening?: () => void;

    private hasBegun = false;
    /** Stands for what the page shows: another one for each record. */
    private page = {};
    protected readonly requests = new LatestRequests();
    /** What is being read, and what waits for that. */
    private reading: Promise<void> = Promise.resolve();
    /** A refresh that has not begun. */
    private waitingRefresh?: Promise<void>;

    /** Refreshes with the page, as after an action elsewhere on it (RefreshView API). */
    override async connectedCallback(): Promise<void> {
        this.refreshHandlerId = registerRefreshHandler(this, () => this.readAgain());
        this.stopListening = onChosenModes((chosenModes) => {
            this.chosenModes = chosenModes;
            this.settings = this.buildSettings();
        });
        if (!this.hasBegun) {
            this.hasBegun = true;
            await this.readFirst();
        }
    }

    override disconnectedCallback(): void {
        unregisterRefreshHandler(this.refreshHandlerId);
        this.stopListening?.();
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

    /** ISO 4217 code of the summary; undefined in an org with a single currency. */
    get currency(): string | undefined {
        return this.lists.summaries.rows[0]?.CurrencyIsoCode;
    }

    async handleRefresh(): Promise<void> {
        await this.readAgain();
    }

    async handleLoadMore(event: CustomEvent<{ objectName: keyof typeof NAMES_OF_OBJECT }>): Promise<void> {
        await this.whileBusy(() => this.readNextPages(event.detail.objectName));
    }

    /** The person has chosen the mode of a gateway's links, or has taken the choice back. */
    handleModeChoice(event: CustomEvent<{ gatewayId: string; mode?: StripeMode }>): void {
        rememberMode(event.detail.gatewayId, event.detail.mode);
    }

    /** Undefined where the page names no record. */
    protected abstract get pageSummaries(): PageSummaries | undefined;

    /** Forgets the records of the page's record, for it shows another one now, and reads those. */
    protected async readOtherPage(): Promise<void> {
        if (!this.hasBegun) {
            return;
        }
        const page = {};
        this.page = page;
        this.requests.forget(Object.keys(NO_LISTS));
        this.summaryIds = undefined;
        this.changedCount = undefined;
        this.readAt = Date.now();
        this.setLists({ ...this.lists, ...NO_LISTS });
        // Lightning sets the record and its object one after the other.
        await Promise.resolve();
        if (this.page === page) {
            await this.readRecords(shared);
        }
    }

    protected async readFirst(): Promise<void> {
        await Promise.all([this.readOrg(shared), this.readRecords(shared)]);
    }

    /** Reads everything again, and as many rows of each list as are there. What is under way may be too old for it. */
    protected async refresh(): Promise<void> {
        const { lists: before, page } = this;
        // Said anew where it is the same number again.
        this.changedCount = undefined;
        await Promise.all([this.readOrg(unshared), this.readRecords(unshared)]);
        if (this.page === page && Object.values(this.lists).every(({ error }) => error === undefined)) {
            this.changedCount = countChanges(Object.values(before), Object.values(this.lists));
        }
        // Earlier, nothing that is told of the time left would change, and all of it would be made anew.
        if (Date.now() - this.readAt >= SHORTEST_TIME_TOLD) {
            this.readAt = Date.now();
        }
    }

    private async readOrg(share: typeof shared): Promise<void> {
        await Promise.all([
            this.readList(
                'organization',
                share('organization', {}, () => getOrganization({}))
            ),
            this.readList(
                'gatewaySettings',
                share('gatewaySettings', {}, () => getGatewaySettings({}))
            )
        ]);
    }

    /** Reads the summaries and their records: at once where it is known whose, else one after the other. */
    private async readRecords(share: typeof shared): Promise<void> {
        const { page, pageSummaries } = this;
        if (!pageSummaries) {
            return;
        }
        const { query, parent, ids } = pageSummaries;
        const summaries = this.readList('summaries', share('summaries', parent, query));
        if (ids === undefined) {
            await summaries;
        }
        if (this.page === page) {
            this.summaryIds = ids ?? this.lists.summaries.rows.map(({ Id }) => Id);
            await Promise.all([summaries, this.readRecordsOfSummaries(share)]);
        }
    }

    private async readRecordsOfSummaries(share: typeof shared): Promise<void> {
        const { parent } = this;
        const read = (name: PagedName) => this.readList(name, share(name, parent, PAGES[name](parent)));
        await Promise.all([
            this.readLogsBehind(Promise.all(REFERENCED.map(read)), share),
            read('refundLines'),
            read('summaryLogs')
        ]);
    }

    /** Reads the logs of single records once these are in. */
    private async readLogsBehind(records: Promise<unknown>, share: typeof shared): Promise<void> {
        const { page } = this;
        await records;
        if (this.page === page) {
            const { parent } = this;
            await this.readList('recordLogs', share('recordLogs', parent, PAGES.recordLogs(parent)));
        }
    }

    /** What the records are looked up by, as far as it is known. */
    private get parent(): Parent {
        return {
            orderPaymentSummaryIds: this.summaryIds ?? [],
            recordIds: REFERENCED.flatMap((name) => this.lists[name].rows.map(({ Id }) => Id))
        };
    }

    /** Reads on in the lists of an object, and the logs of the records that come. */
    private async readNextPages(objectName: keyof typeof NAMES_OF_OBJECT): Promise<void> {
        const names: readonly PagedName[] = NAMES_OF_OBJECT[objectName].filter((name) => this.lists[name].hasMore);
        const pages = Promise.all(names.map((name) => this.readNextPage(name)));
        const mayHaveLogs = names.some((name) => REFERENCED.some((referenced) => referenced === name));
        await (mayHaveLogs ? this.readLogsBehind(pages, unshared) : pages);
    }

    private readNextPage<Name extends PagedName>(name: Name): Promise<void> {
        return this.readInto(name, readPages<Rows[Name]>(PAGES[name](this.parent), this.lists[name].rows, 0));
    }

    private readList<Name extends ListName>(name: Name, query: Query<Rows[Name]>): Promise<void> {
        return this.readInto(name, readPages<Rows[Name]>(query, [], this.lists[name].rows.length));
    }

    /** Never rejects: an error is a state of the list. */
    private async readInto<Name extends ListName>(name: Name, answer: Promise<LoadedList<Rows[Name]>>): Promise<void> {
        const isLatest = this.requests.begin(name);
        let list: LoadedList<Rows[Name]>;
        try {
            list = await answer;
        } catch (error) {
            list = withError<Rows[Name]>(this.lists[name], toDataError(error));
        }
        // The most usual answer to a refresh is the same. Rows that stay the same objects are not drawn anew.
        if (isLatest() && !isSame(this.lists[name], list)) {
            this.setLists({ ...this.lists, [name]: list });
        }
    }

    private setLists(lists: Lists): void {
        const { summaryLogs, recordLogs } = this.lists;
        this.lists = lists;
        if (lists.summaryLogs !== summaryLogs || lists.recordLogs !== recordLogs) {
            this.logs = merge(lists.summaryLogs, lists.recordLogs);
        }
        this.index = this.buildIndex();
        this.complete = this.listsThat(isComplete);
        this.allRows = this.listsThat(hasAllRows);
        this.settings = this.buildSettings();
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

    /** Does one task after the other, for they change the same lists. */
    private async whileBusy(task: () => Promise<void>): Promise<void> {
        const reading = this.isBusy ? this.reading.then(task) : task();
        this.isBusy = true;
        this.reading = reading;
        await reading;
        this.isBusy = this.reading !== reading;
    }
}

/** In place of `shared`: asks anew, whatever is under way. */
function unshared<Name extends ListName>(_name: Name, _parent: unknown, query: Query<Rows[Name]>): Query<Rows[Name]> {
    return query;
}
