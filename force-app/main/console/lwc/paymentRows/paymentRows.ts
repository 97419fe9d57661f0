import conflict from '@salesforce/label/c.Payments_Warning_Conflict';
import otherAccount from '@salesforce/label/c.Payments_Warning_OtherAccount';
import type { FailureInWords } from 'c/adviceText';
import { failureInWords } from 'c/adviceText';
import { dashboardLink } from 'c/dashboardLink';
import { formatAmount, formatDateTime, shownText } from 'c/displayFormat';
import { evidenceInResponse, failureOf, requestLogOf } from 'c/gatewayInteraction';
import type { GatewayMessage } from 'c/gatewayMessage';
import type { GatewayReference, StripeMode } from 'c/gatewayReference';
import { linkPayment } from 'c/paymentLink';
import type { PaymentLink } from 'c/paymentLink';
import type { PaymentObjectName, PaymentRecord } from 'c/paymentRecord';
import type { RecordIndex } from 'c/paymentTrace';
import type { RequestLog } from 'c/requestLog';
import { findRequestLogs } from 'c/requestLog';
import type { EvidenceSettings } from 'c/stripeEvidence';
import type { AttemptsOfLogs } from './attemptNote';
import { attemptNote } from './attemptNote';
import { explainLink } from './linkExplanation';
import { describeLink, linkText } from './linkText';
import type { Column, ColumnKey } from './paymentColumns';
import { shownNumber } from './shownNumber';
import type { StatusTone } from './statusTone';
import { toneOf } from './statusTone';

export { attemptsByLog } from './attemptNote';
export type { AttemptsOfLogs } from './attemptNote';
export { columnsOf } from './paymentColumns';
export type { Column } from './paymentColumns';
export { shownNumber } from './shownNumber';
export { badgeClass } from './statusTone';
export type { StatusTone } from './statusTone';

/** What a reference cell shows. Without `text` the reference is empty, or must not be shown. */
export interface ReferenceView {
    kind: GatewayReference['kind'];
    text?: string;
    url?: string;
    linkText?: string;
    /** The id or the order number that the link opens or searches for. */
    target?: string;
    isSearch?: boolean;
    /** Where the link leads, in words. */
    description?: string;
    /** The request at Stripe that a gateway log names, where it gives the address of its entry in the Dashboard. */
    requestLog?: RequestLog;
    /** What speaks against the link; undefined where nothing does. */
    warning?: string;
    /** Set where the mode is not known: the person has to choose. */
    choice?: ModeChoice;
    /** Set where the mode is the person's own choice, which can be taken back. */
    chosenFor?: string;
    recordNumber: string;
    /** How the link was found, line by line. A function, because hardly any row is asked. */
    explain: () => string[];
}

/** The two addresses between which the person chooses, and the payment gateway that the choice is remembered for. */
export interface ModeChoice {
    gatewayId: string;
    live: string;
    test: string;
}

/** One cell: a plain text, or one of the richer kinds. `sortValue` orders the column. */
export interface Cell {
    text: string;
    sortValue?: string | number;
    /** The record that the text links to. */
    record?: { recordId: string; objectName: PaymentObjectName };
    tone?: StatusTone;
    reference?: ReferenceView;
    /** A second, smaller line. */
    note?: string;
    /** Why the record, or the interaction of the log, failed. */
    failure?: FailureInWords;
    /** The log whose request and response can be read. */
    logId?: string;
}

/** A record as a row of the table. */
export interface Row {
    id: string;
    status: string;
    cells: Readonly<Partial<Record<ColumnKey, Cell>>>;
    /** Everything in the row that a text filter looks through, in lower case. */
    searchText: string;
}

/** What rows need to know besides the record. `currency` is undefined in an org with a single currency. */
export interface RowContext {
    index: RecordIndex;
    settings: EvidenceSettings;
    currency?: string;
    /** The attempt that each log belongs to, by the log's id. */
    attempts?: AttemptsOfLogs;
    /** What the gateway said in a log that was opened: it tells more of the failure, of account and mode. */
    response?: GatewayMessage;
}

/** What some columns show. Each stands only in the lists of objects that have its field. */
interface ColumnFields {
    Amount?: number;
    Date?: string;
    InteractionType?: string;
    ProcessingMode?: string;
    Type?: string;
}

const columnFieldsOf = ({ record }: PaymentRecord): ColumnFields => record;

/** The status of a record, which for a log is that of its interaction. */
function statusOf(payment: PaymentRecord): string {
    const isLog = payment.objectName === 'PaymentGatewayLog';
    return shownText((isLog ? payment.record.InteractionStatus : payment.record.Status) ?? '');
}

const CELLS: Readonly<Record<ColumnKey, (payment: PaymentRecord, context: RowContext) => Cell>> = {
    amount: (payment, { currency }) => {
        const { Amount } = columnFieldsOf(payment);
        return { text: Amount === undefined ? '' : formatAmount(Amount, currency), sortValue: Amount };
    },
    // The same as in the timeline.
    date: (payment) => {
        const instant = payment.record.GatewayDate ?? columnFieldsOf(payment).Date ?? payment.record.CreatedDate;
        return {
            text: instant === undefined ? '' : formatDateTime(instant),
            sortValue: instant && Date.parse(instant)
        };
    },
    interaction: (payment, { attempts }) => ({
        ...textCell(columnFieldsOf(payment).InteractionType),
        note: attemptNote(payment.record.Id, attempts)
    }),
    number: (payment) => ({
        ...textCell(shownNumber(payment)),
        record: { recordId: payment.record.Id, objectName: payment.objectName },
        logId: payment.objectName === 'PaymentGatewayLog' ? payment.record.Id : undefined
    }),
    processingMode: (payment) => textCell(columnFieldsOf(payment).ProcessingMode),
    reference: (payment, { index, settings, response }) => {
        const found = linkPayment(payment, index, settings, evidenceInResponse(response));
        return referenceCell(payment, found, requestLogOf(response) ?? requestLogInFields(payment));
    },
    result: (payment, { response }) => ({
        ...textCell(resultOf(payment)),
        failure: failureCell(payment, response)
    }),
    status: (payment) => ({ ...textCell(statusOf(payment)), tone: toneOf(statusOf(payment)) }),
    type: (payment) => textCell(columnFieldsOf(payment).Type)
};

/** A class, because the framework hands plain objects to a child component as proxies, which take time at every access. */
class PaymentRow implements Row {
    readonly id: string;
    readonly status: string;
    private readonly payment: PaymentRecord;
    private readonly columns: readonly Column[];
    private readonly context: RowContext;
    private madeCells?: Row['cells'];
    private madeText?: string;

    constructor(payment: PaymentRecord, columns: readonly Column[], context: RowContext) {
        this.id = payment.record.Id;
        this.status = statusOf(payment);
        this.payment = payment;
        this.columns = columns;
        this.context = context;
    }

    get cells(): Row['cells'] {
        this.madeCells ??= Object.fromEntries(
            this.columns.map(({ key }) => [key, CELLS[key](this.payment, this.context)])
        );
        return this.madeCells;
    }

    get searchText(): string {
        this.madeText ??= textOf(this.cells).toLowerCase();
        return this.madeText;
    }
}

/**
 * The record as a row with a cell for each of the columns. The cells are made when they are first asked for: of a long
 * list hardly any row is seen.
 */
export function toRow(payment: PaymentRecord, columns: readonly Column[], context: RowContext): Row {
    return new PaymentRow(payment, columns, context);
}

function textOf(cells: Row['cells']): string {
    const texts = Object.values(cells).flatMap(({ text, note, failure, reference }) => [
        text,
        note,
        failure?.happened,
        reference?.linkText,
        reference?.description
    ]);
    return texts.filter(Boolean).join('\n');
}

function textCell(text = ''): Cell {
    const shown = shownText(text);
    return { text: shown, sortValue: shown.toLowerCase() };
}

function failureCell(payment: PaymentRecord, response?: GatewayMessage): FailureInWords | undefined {
    const failure = failureOf(payment, response);
    return failure && failureInWords(failure);
}

/** The codes and the gateway's words, each once. Sample adapters write client secrets and receipt addresses here. */
function resultOf(payment: PaymentRecord): string {
    const { GatewayResultCode, GatewayResultCodeDescription, SfResultCode } = payment.record;
    const message = payment.objectName === 'PaymentGatewayLog' ? payment.record.GatewayMessage : undefined;
    const parts = [SfResultCode, GatewayResultCode, GatewayResultCodeDescription, message];
    return [...new Set(parts.flatMap((part) => (part ? [shownText(part)] : [])))].join(' · ');
}

function referenceCell(payment: PaymentRecord, found: PaymentLink, requestLog: RequestLog | undefined): Cell {
    const { trace, link, context } = found;
    const text = referenceText(trace.own);
    const gatewayId = payment.record.PaymentGatewayId ?? '';
    return {
        text: text ?? '',
        sortValue: text?.toLowerCase() ?? '',
        reference: {
            kind: trace.own.kind,
            text,
            url: link?.url,
            linkText: link && linkText(link, text),
            target: link?.target,
            isSearch: link?.opens === 'search',
            description: link && describeLink(found),
            requestLog,
            warning: link && warningOf(found),
            choice: link && context.mode === undefined ? choiceOf(found, gatewayId) : undefined,
            chosenFor: context.modeSource === 'personsChoice' ? gatewayId : undefined,
            recordNumber: shownNumber(payment),
            explain: () => explainLink(found)
        }
    };
}

/** Stripe sends the address with every error. Only one on the Dashboard is read, so only such a one is ever opened. */
function requestLogInFields(payment: PaymentRecord): RequestLog | undefined {
    if (payment.objectName !== 'PaymentGatewayLog') {
        return undefined;
    }
    const { GatewayMessage = '', GatewayResultCodeDescription = '' } = payment.record;
    return [GatewayMessage, GatewayResultCodeDescription].flatMap(findRequestLogs)[0];
}

function warningOf({ context, looksLikeOtherAccount }: PaymentLink): string | undefined {
    if (context.conflicts.length > 0) {
        return conflict;
    }
    return looksLikeOtherAccount ? otherAccount : undefined;
}

function choiceOf({ trace, context }: PaymentLink, gatewayId: string): ModeChoice | undefined {
    const inMode = (mode: StripeMode) => trace.target && dashboardLink(trace.target, { ...context, mode });
    const live = inMode('live');
    const test = inMode('test');
    return live && test && { gatewayId, live: live.url, test: test.url };
}

function referenceText(reference: GatewayReference): string | undefined {
    switch (reference.kind) {
        case 'stripe':
        case 'stripeShaped':
            return reference.id;
        case 'salesforce':
        case 'orderNumber':
            return reference.number;
        case 'unknown':
            return shownText(reference.text);
        default:
            return undefined;
    }
}
