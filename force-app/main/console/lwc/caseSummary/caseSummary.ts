import currencyOfOrg from '@salesforce/i18n/currency';
import codesLabel from '@salesforce/label/c.Payments_Case_Codes';
import tellCustomer from '@salesforce/label/c.Payments_Case_Customer';
import declined from '@salesforce/label/c.Payments_Case_Declined';
import happened from '@salesforce/label/c.Payments_Case_Happened';
import lineLabel from '@salesforce/label/c.Payments_Case_Line';
import linkLabel from '@salesforce/label/c.Payments_Case_Link';
import linkLine from '@salesforce/label/c.Payments_Case_LinkLine';
import nextStepLabel from '@salesforce/label/c.Payments_Case_NextStep';
import orderLabel from '@salesforce/label/c.Payments_Case_Order';
import summaryLabel from '@salesforce/label/c.Payments_Case_OrderPaymentSummary';
import amountLabel from '@salesforce/label/c.Payments_Column_Amount';
import dateLabel from '@salesforce/label/c.Payments_Column_Date';
import interactionLabel from '@salesforce/label/c.Payments_Column_Interaction';
import referenceLabel from '@salesforce/label/c.Payments_Column_Reference';
import statusLabel from '@salesforce/label/c.Payments_Column_Status';
import noRecords from '@salesforce/label/c.Payments_List_Empty';
import adjustment from '@salesforce/label/c.Payments_Object_PaymentAuthAdjustment';
import authorization from '@salesforce/label/c.Payments_Object_PaymentAuthorization';
import gatewayLog from '@salesforce/label/c.Payments_Object_PaymentGatewayLog';
import payment from '@salesforce/label/c.Payments_Object_Payment';
import refund from '@salesforce/label/c.Payments_Object_Refund';
import noReference from '@salesforce/label/c.Payments_Reference_None';
import secretReference from '@salesforce/label/c.Payments_Reference_Secret';
import unsafeReference from '@salesforce/label/c.Payments_Reference_Unsafe';
import { concealReasons, openCodes } from 'c/declineAdvice';
import { formatLabel } from 'c/displayFormat';
import { MASK } from 'c/gatewayReference';
import type { PaymentObjectName } from 'c/paymentRecord';
import type { Cell, ReferenceView, Row } from 'c/paymentRows';
import { oneLine, plainAmount, utcInstant } from 'c/plainFormat';

/** What is known and advised about a failure, in the words that the agent reads. */
export interface CaseAdvice {
    whatHappened: string;
    nextStep: string;
    /** What may be told to the customer; undefined where there is nothing to tell. */
    customerText?: string;
    /** Whether the reason must not be told: then none of the texts is used. */
    confidential: boolean;
}

/** Why a record, or the interaction of a log, failed. */
export interface CaseFailure {
    /** The gateway's, Stripe's and Salesforce's codes, the most specific first. */
    codes: readonly string[];
    advice: CaseAdvice;
}

/** A record as its list shows it, and its failure. */
export interface CaseRecord {
    row: Row;
    failure?: CaseFailure;
}

/**
 * What a ticket is told. Neither the payer's name (FullName) nor the Method of the order payment summary is here: both
 * are free text of the storefront, and a wallet's method may be an email address.
 */
export interface CaseSummaryInput {
    orderNumber?: string;
    orderPaymentSummaryId: string;
    records: readonly CaseRecord[];
    /** ISO 4217 code of the amounts; undefined in an org with a single currency, which is then the org's. */
    currency?: string;
    /** Takes secrets and personal data out of a text. */
    redact: (text: string) => string;
}

/** What is the same for all lines. */
interface Writer {
    /** A text of several words. */
    text: (value: string) => string;
    /** A number, a status, a code or an id. */
    word: (value: string) => string;
    currency: string;
}

/** What numbers, statuses, codes and ids look like. Anything else may be a name or an address, and is masked. */
const WORD = /^[\w.:-]{1,255}$/;

const OBJECT_NAMES: Readonly<Record<PaymentObjectName, string>> = {
    PaymentAuthorization: authorization,
    PaymentAuthAdjustment: adjustment,
    Payment: payment,
    Refund: refund,
    PaymentGatewayLog: gatewayLog
};

/**
 * The plain text for a ticket: the order, then a paragraph for each record with its reference, link and failure.
 * Everything in it is redacted; times are in UTC; a confidential reason appears as "declined" and nothing else.
 */
export function summarizeCase(input: CaseSummaryInput): string {
    const writer = writerOf(input);
    const paragraphs = [
        [
            ...line(orderLabel, input.orderNumber && writer.word(input.orderNumber)),
            ...line(summaryLabel, writer.word(input.orderPaymentSummaryId))
        ],
        ...input.records.map((record) => paragraphOf(record, writer)),
        ...(input.records.length === 0 ? [[noRecords]] : [])
    ];
    return concealReasons(paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
}

/** One line before redaction: a line break could feign a line, an invisible character split a secret. */
function writerOf({ redact, currency = currencyOfOrg }: CaseSummaryInput): Writer {
    const text = (value: string) => redact(oneLine(value));
    return {
        text,
        word: (value) => {
            const redacted = text(value);
            return redacted === '' || WORD.test(redacted) ? redacted : MASK;
        },
        currency
    };
}

/** No line without a value. */
function line(label: string, value: string | undefined): string[] {
    return value ? [formatLabel(lineLabel, label, value)] : [];
}

function paragraphOf({ row, failure }: CaseRecord, writer: Writer): string[] {
    const { number, amount, interaction, status, date, reference } = row.cells;
    return [
        titleOf(number, writer),
        ...line(amountLabel, amountOf(amount, writer)),
        ...line(interactionLabel, interaction && writer.word(interaction.text)),
        ...line(statusLabel, status && writer.word(status.text)),
        ...line(formatLabel(dateLabel, 'UTC'), typeof date?.sortValue === 'number' ? utcInstant(date.sortValue) : ''),
        ...(reference?.reference ? referenceLines(reference.reference, writer) : []),
        ...(failure ? failureLines(failure, writer) : [])
    ];
}

function titleOf(cell: Cell | undefined, writer: Writer): string {
    const objectName = cell?.record && OBJECT_NAMES[cell.record.objectName];
    return [objectName, cell && writer.word(cell.text)].filter(Boolean).join(' ');
}

function amountOf(cell: Cell | undefined, { currency }: Writer): string | undefined {
    const amount = cell?.sortValue;
    return typeof amount === 'number' ? `${plainAmount(amount, currency)} ${currency}` : undefined;
}

function referenceLines({ kind, text, url, description, warning }: ReferenceView, writer: Writer): string[] {
    const hidden = kind === 'secret' ? secretReference : kind === 'unsafe' ? unsafeReference : noReference;
    const words = [description, warning].filter((part) => part !== undefined);
    return [
        ...line(referenceLabel, text ? writer.word(text) : hidden),
        ...line(linkLabel, url && formatLabel(linkLine, writer.text(url), words.map(writer.text).join('. ')))
    ];
}

function failureLines({ codes, advice }: CaseFailure, writer: Writer): string[] {
    const codeLine = line(
        codesLabel,
        openCodes(codes.map(writer.word), advice.confidential).filter(Boolean).join(', ')
    );
    if (advice.confidential) {
        return [...codeLine, ...line(happened, declined)];
    }
    return [
        ...codeLine,
        ...line(happened, writer.text(advice.whatHappened)),
        ...line(nextStepLabel, writer.text(advice.nextStep)),
        ...line(tellCustomer, advice.customerText && writer.text(advice.customerText))
    ];
}
