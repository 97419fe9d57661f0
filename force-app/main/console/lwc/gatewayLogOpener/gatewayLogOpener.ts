import { api, LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import title from '@salesforce/label/c.Payments_GatewayLogs_Title';
import notFound from '@salesforce/label/c.Payments_Log_NotFound';
import GatewayLogModal from 'c/gatewayLogModal';
import type { LoadedList } from 'c/paymentRecordsElement';
import type { PaymentGatewayLog } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { attemptsByLog } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';

/** The parameter of the page's address that names the log to open. `c__` is what Lightning asks for. */
const LOG_PARAMETER = 'c__log';

/**
 * Opens gateway logs: on request, and the one that the address of the page names. One for each page.
 * Dispatches `loadmore` while that one is still to come.
 */
export default class GatewayLogOpener extends NavigationMixin(LightningElement) {
    @api index = new RecordIndex(NO_RECORDS);
    @api settings: EvidenceSettings = NO_SETTINGS;
    /** ISO 4217 code of the amounts; undefined in an org with a single currency. */
    @api currency?: string;
    /** How far the reading of the logs is. */
    @api logs: LoadedList<PaymentGatewayLog> = { status: 'loading', rows: [], hiddenFields: [], hasMore: false };
    @api isBusy = false;

    labels = { notFound };

    private page?: PageReference;
    /** The log that the address of the page asks for, until it is open. */
    private requestedLogId?: string;

    @wire(CurrentPageReference)
    receivePage(page: PageReference | undefined): void {
        const logId = page?.state?.[LOG_PARAMETER];
        if (logId !== this.page?.state?.[LOG_PARAMETER]) {
            this.requestedLogId = logId;
        }
        this.page = page;
    }

    override async renderedCallback(): Promise<void> {
        const logId = this.requestedLogId;
        if (logId === undefined) {
            return;
        }
        if (this.isLog(logId)) {
            this.requestedLogId = undefined;
            await this.open(logId);
        } else if (this.logs.hasMore && !this.isBusy && !this.logs.error) {
            const detail = { objectName: 'PaymentGatewayLog' };
            this.dispatchEvent(new CustomEvent('loadmore', { detail }));
        }
    }

    private isLog(id: string): boolean {
        return this.index.byId.get(id)?.objectName === 'PaymentGatewayLog';
    }

    /** Only once every log was read: until then it may still come. */
    get isRequestedLogMissing(): boolean {
        const { status, hasMore } = this.logs;
        const isMissing = this.requestedLogId !== undefined && !this.isLog(this.requestedLogId);
        return isMissing && status === 'ready' && !hasMore && !this.isBusy;
    }

    /** Opens one of the logs. Resolves when the person has closed it. */
    @api
    async open(logId: string): Promise<void> {
        const { index, settings, currency } = this;
        await GatewayLogModal.open({
            label: title,
            size: 'large',
            logId,
            index,
            settings,
            currency,
            attempts: attemptsByLog(index.records.logs),
            addressOf: (id: string) => this.addressOf(id)
        });
    }

    /** The whole address of this page with a log open. */
    private async addressOf(logId: string): Promise<string> {
        if (!this.page) {
            return '';
        }
        const page = { ...this.page, state: { ...this.page.state, [LOG_PARAMETER]: logId } };
        return new URL(await this[NavigationMixin.GenerateUrl](page), window.location.href).href;
    }
}
