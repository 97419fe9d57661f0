import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import mayReveal from '@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data';
import attempt from '@salesforce/label/c.Payments_Log_Attempt';
import amount from '@salesforce/label/c.Payments_Log_Amount';
import bodyHidden from '@salesforce/label/c.Payments_Log_BodyHidden';
import close from '@salesforce/label/c.Payments_Log_Close';
import conceal from '@salesforce/label/c.Payments_Log_Conceal';
import copyCase from '@salesforce/label/c.Payments_Log_CopyCase';
import copyLink from '@salesforce/label/c.Payments_Log_CopyLink';
import idempotencyKey from '@salesforce/label/c.Payments_Log_IdempotencyKey';
import logs from '@salesforce/label/c.Payments_Log_Logs';
import outcome from '@salesforce/label/c.Payments_Log_Outcome';
import recordLabel from '@salesforce/label/c.Payments_Log_Record';
import request from '@salesforce/label/c.Payments_Log_Request';
import response from '@salesforce/label/c.Payments_Log_Response';
import reveal from '@salesforce/label/c.Payments_Log_Reveal';
import title from '@salesforce/label/c.Payments_Log_Title';
import date from '@salesforce/label/c.Payments_Column_Date';
import interaction from '@salesforce/label/c.Payments_Column_Interaction';
import reference from '@salesforce/label/c.Payments_Column_Reference';
import result from '@salesforce/label/c.Payments_Column_Result';
import copied from '@salesforce/label/c.Payments_Copy_Done';
import retry from '@salesforce/label/c.Payments_List_Retry';
import loading from '@salesforce/label/c.Payments_List_Loading';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import type { FailureInWords } from 'c/adviceText';
import { summarizeCase } from 'c/caseSummary';
import { onChosenModes, rememberMode } from 'c/chosenModes';
import { copyToClipboard } from 'c/clipboard';
import { formatAmount, formatLabel, shownText, timeZone } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import type { Attempt } from 'c/gatewayAttempts';
import { attemptedAmount, evidenceInResponse, gatewayAnswer } from 'c/gatewayInteraction';
import type { GatewayMessage } from 'c/gatewayMessage';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { StripeMode } from 'c/gatewayReference';
import { memoizeLast } from 'c/memoizeLast';
import { linkPayment } from 'c/paymentLink';
import type { PaymentRecord } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { AttemptsOfLogs, Cell, ReferenceView, Row } from 'c/paymentRows';
import { badgeClass, columnsOf, shownNumber, toRow } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import type { StripeContext } from 'c/stripeContext';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';
import type { LogBody } from './logBody';
import { LOADING, readLogBody } from './logBody';

/** A line of what is known about the log. */
interface Fact {
    label: string;
    text?: string;
    badgeClass?: string;
    reference?: ReferenceView;
}

/** A log that the person can go to. */
interface LogButton {
    id: string;
    label: string;
    isPressed: string;
    variant: string;
}

/** A gateway log in a window of its own: what was tried, how it ended, what to do, and request and response. */
export default class GatewayLogModal extends LightningModal {
    /** The log that is opened; the person may go on to others of the same record. */
    @api logId = '';
    @api index = new RecordIndex(NO_RECORDS);
    @api settings: EvidenceSettings = NO_SETTINGS;
    /** ISO 4217 code of the summary; undefined in an org with a single currency. */
    @api currency?: string;
    @api attempts?: AttemptsOfLogs;
    /** The whole address that opens a log, by the log's id. */
    @api addressOf: (logId: string) => Promise<string> = () => Promise.resolve('');

    labels = { close, copyCase, copyLink, logs, request, response, retry };
    shownId = '';
    body: LogBody = LOADING;
    isRevealed = false;
    /** The request is drawn when it is asked for: most people look at the response alone. */
    isRequestOpened = false;
    status = '';

    private newSettings?: EvidenceSettings;
    private stopListening?: () => void;

    private readonly parseRequest = memoizeLast(parse);
    private readonly parseResponse = memoizeLast(parse);
    private readonly rowOf = memoizeLast(buildRow);

    override async connectedCallback(): Promise<void> {
        this.stopListening = onChosenModes((chosenModes) => {
            this.newSettings = { ...this.settings, chosenModes };
        });
        await this.show(this.logId);
    }

    override disconnectedCallback(): void {
        this.stopListening?.();
    }

    /** What is known now: a window is told once, and the person may choose in it. */
    private get knownSettings(): EvidenceSettings {
        return this.newSettings ?? this.settings;
    }

    get payment(): PaymentRecord | undefined {
        return this.index.byId.get(this.shownId);
    }

    get heading(): string {
        return formatLabel(title, this.payment ? shownNumber(this.payment) : this.shownId);
    }

    get isLoading(): boolean {
        return this.body.status === 'loading';
    }

    get isReadable(): boolean {
        return this.body.status !== 'failed';
    }

    get isReady(): boolean {
        return this.body.status === 'ready';
    }

    get loadingText(): string {
        return formatLabel(loading, this.heading);
    }

    get errorText(): string | undefined {
        return this.body.error && errorInWords(this.body.error);
    }

    get hiddenRequest(): string | undefined {
        return this.hiddenText('PaymentGatewayLog.Request');
    }

    get hiddenResponse(): string | undefined {
        return this.hiddenText('PaymentGatewayLog.Response');
    }

    /** In place of a body that the user may not read, which is not the same as one that is empty. */
    private hiddenText(field: string): string | undefined {
        return this.body.hiddenFields.includes(field) ? formatLabel(bodyHidden, field) : undefined;
    }

    get request(): GatewayMessage {
        return this.parseRequest(this.body.request, this.isRevealed);
    }

    get response(): GatewayMessage {
        return this.parseResponse(this.body.response, this.isRevealed);
    }

    /** What the gateway said, in whichever of the bodies it stands. */
    private get answer(): GatewayMessage {
        return gatewayAnswer(this.request, this.response);
    }

    get row(): Row | undefined {
        return (
            this.payment &&
            this.rowOf(this.payment, this.index, this.knownSettings, this.currency, this.attempts, this.answer)
        );
    }

    /** Account and mode of the ids in the bodies: those of the log. */
    get context(): StripeContext | undefined {
        return (
            this.payment &&
            linkPayment(this.payment, this.index, this.knownSettings, evidenceInResponse(this.answer)).context
        );
    }

    get failure(): FailureInWords | undefined {
        return this.row?.cells.result?.failure;
    }

    get isConfidential(): boolean {
        return this.failure?.isConfidential ?? false;
    }

    get facts(): Fact[] {
        const { interaction: tried, status, result: ended, date: when, reference: found } = this.row?.cells ?? {};
        const asked = attemptedAmount(this.request, this.answer);
        return [
            fact(interaction, tried),
            { label: amount, text: asked && formatAmount(asked.amount, asked.currency) },
            fact(formatLabel(date, timeZone), when),
            { ...fact(outcome, status), badgeClass: status?.tone && badgeClass(status.tone) },
            { label: attempt, text: tried?.note },
            fact(result, ended),
            { label: recordLabel, text: this.referencedNumber },
            { label: idempotencyKey, text: this.idempotencyKey },
            { label: reference, reference: found?.reference }
        ].filter(({ text, reference: cell }) => Boolean(text) || cell !== undefined);
    }

    get referencedRecord(): PaymentRecord | undefined {
        const { payment } = this;
        const id = payment?.objectName === 'PaymentGatewayLog' ? payment.record.ReferencedEntityId : undefined;
        return id === undefined ? undefined : this.index.byId.get(id);
    }

    get referencedNumber(): string | undefined {
        return this.referencedRecord && shownNumber(this.referencedRecord);
    }

    get idempotencyKey(): string | undefined {
        const key = this.payment?.objectName === 'PaymentGatewayLog' ? this.payment.record.SfRefNumber : undefined;
        return key && shownText(key);
    }

    /** The logs of the same attempt, and of the attempts before and after it. The one that is shown is pressed. */
    get logsOfSeries(): LogButton[] {
        const shown = this.attempts?.get(this.shownId);
        const isOfSeries = ({ interactionType, referencedEntityId }: Attempt) =>
            referencedEntityId !== undefined &&
            referencedEntityId === shown?.referencedEntityId &&
            interactionType === shown.interactionType;
        return [...new Set(this.attempts?.values())]
            .filter((one) => one === shown || isOfSeries(one))
            .flatMap((one) => one.logs)
            .map((record) => ({
                id: record.Id,
                label: shownNumber({ objectName: 'PaymentGatewayLog', record }),
                isPressed: String(record.Id === this.shownId),
                variant: record.Id === this.shownId ? 'brand' : 'neutral'
            }));
    }

    get hasOtherLogs(): boolean {
        return this.logsOfSeries.length > 1;
    }

    get mayReveal(): boolean {
        return mayReveal === true && this.isReady;
    }

    get revealLabel(): string {
        return this.isRevealed ? conceal : reveal;
    }

    handleRequest(): void {
        this.isRequestOpened = true;
    }

    handleReveal(): void {
        this.isRevealed = !this.isRevealed;
    }

    async handleLog(event: Event): Promise<void> {
        await this.show((event.currentTarget as HTMLElement & { value: string }).value);
    }

    async handleRetry(): Promise<void> {
        // The button goes away with the error, and would take the focus with it.
        this.template?.querySelector<HTMLElement>('.message')?.focus();
        await this.show(this.shownId);
    }

    handleModeChoice(event: CustomEvent<{ gatewayId: string; mode?: StripeMode }>): void {
        rememberMode(event.detail.gatewayId, event.detail.mode);
    }

    handleClose(): void {
        this.close();
    }

    async handleCopyLink(): Promise<void> {
        await this.copy(await this.addressOf(this.shownId));
    }

    async handleCopyCase(): Promise<void> {
        const concerned = this.referencedRecord;
        const rows = [
            concerned && buildRow(concerned, this.index, this.knownSettings, this.currency, this.attempts),
            this.row
        ];
        const summary = summarizeCase({
            orderNumber: this.index.orderNumber,
            orderPaymentSummaryId: this.index.summaryId,
            currency: this.currency,
            records: rows.filter((row) => row !== undefined)
        });
        await this.copy(summary);
    }

    private async copy(text: string): Promise<void> {
        // Said anew where it is the same again.
        this.status = '';
        const isCopied = text !== '' && (await copyToClipboard(text));
        this.status = isCopied ? copied : copyFailed;
    }

    /**
     * Reads the bodies of a log. An answer that comes after the person has gone on is not taken. Personal data that was
     * shown of one log is hidden in the next until it is asked for again.
     */
    private async show(logId: string): Promise<void> {
        this.shownId = logId;
        this.body = LOADING;
        this.isRevealed = false;
        this.status = '';
        const body = await readLogBody(logId);
        if (this.shownId === logId) {
            this.body = body;
        }
    }
}

function parse(text: string | undefined, revealPersonal: boolean): GatewayMessage {
    return parseGatewayMessage(text, { revealPersonal });
}

function buildRow(
    payment: PaymentRecord,
    index: RecordIndex,
    settings: EvidenceSettings,
    currency?: string,
    attempts?: AttemptsOfLogs,
    answer?: GatewayMessage
): Row {
    return toRow(payment, columnsOf(payment.objectName), { index, settings, currency, attempts, response: answer });
}

function fact(label: string, cell: Cell | undefined): Fact {
    return { label, text: cell?.text };
}
