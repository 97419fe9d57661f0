import currencyOfOrg from '@salesforce/i18n/currency';
import codesLabel from '@salesforce/label/c.Payments_Case_Codes';
import tellCustomer from '@salesforce/label/c.Payments_Case_Customer';
import declined from '@salesforce/label/c.Payments_Case_Declined';
import happenedLabel from '@salesforce/label/c.Payments_Case_Happened';
import lineLabel from '@salesforce/label/c.Payments_Case_Line';
import linkLabel from '@salesforce/label/c.Payments_Case_Link';
import linkLine from '@salesforce/label/c.Payments_Case_LinkLine';
import nextStepLabel from '@salesforce/label/c.Payments_Case_NextStep';
import orderLabel from '@salesforce/label/c.Payments_Case_Order';
import summaryLabel from '@salesforce/label/c.Payments_Case_OrderPaymentSummary';
import unreadLabel from '@salesforce/label/c.Payments_Case_Unread';
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
import type { FailureInWords } from 'c/adviceText';
import { concealReasons } from 'c/declineAdvice';
import { formatLabel, shownText } from 'c/displayFormat';
import { MASK } from 'c/gatewayReference';
import type { PaymentObjectName } from 'c/paymentRecord';
import type { Cell, ReferenceView, Row } from 'c/paymentRows';
import { plainAmount, utcInstant } from 'c/plainFormat';

/**
 * What a ticket is told. Neither the payer's name (FullName) nor the Method of the order payment summary is here: both
 * are free text of the storefront, and a wallet's method may be an email address.
 */
export interface CaseSummaryInput {
    orderNumber?: string;
    orderPaymentSummaryId?: string;
    records: readonly Row[];
    /** API names of the objects not all of whose records are here. */
    unread?: readonly string[];
    /** ISO 4217 code of the amounts; undefined in an org with a single currency, which is then the org's. */
    currency?: string;
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
            ...line(summaryLabel, input.orderPaymentSummaryId && writer.word(input.orderPaymentSummaryId)),
            ...(input.unread?.length ? [formatLabel(unreadLabel, input.unread.join(', '))] : [])
        ],
        ...input.records.map((record) => paragraphOf(record, writer)),
        ...(input.records.length === 0 ? [[noRecords]] : [])
    ];
    return concealReasons(paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
}

/** One line before redaction: a line break could feign a line, an invisible character split a secret. */
function writerOf({ currency = currencyOfOrg }: CaseSummaryInput): Writer {
    return {
        text: shownText,
        word: (value) => {
            const redacted = shownText(value);
            return redacted === '' || WORD.test(redacted) ? redacted : MASK;
        },
        currency
    };
}

/** No line without a value. */
function line(label: string, value: string | undefined): string[] {
    return value ? [formatLabel(lineLabel, label, value)] : [];
}

function paragraphOf({ cells }: Row, writer: Writer): string[] {
    const { number, amount, interaction, status, date, reference, result } = cells;
    return [
        titleOf(number, writer),
        ...line(amountLabel, amountOf(amount, writer)),
        ...line(interactionLabel, interaction && writer.word(interaction.text)),
        ...line(statusLabel, status && writer.word(status.text)),
        ...line(formatLabel(dateLabel, 'UTC'), typeof date?.sortValue === 'number' ? utcInstant(date.sortValue) : ''),
        ...(reference?.reference ? referenceLines(reference.reference, writer) : []),
        ...(result?.failure ? failureLines(result.failure, writer) : [])
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

function failureLines(failure: FailureInWords, writer: Writer): string[] {
    const { openCodes, isConfidential, happened, nextSteps, customer } = failure;
    const codeLine = line(codesLabel, openCodes.map(writer.word).filter(Boolean).join(', '));
    if (isConfidential) {
        return [...codeLine, ...line(happenedLabel, declined)];
    }
    return [
        ...codeLine,
        ...line(happenedLabel, writer.text(happened)),
        ...line(nextStepLabel, writer.text(nextSteps)),
        ...line(tellCustomer, customer && writer.text(customer))
    ];
}
