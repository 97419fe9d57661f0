import { hasDashboardPage } from 'c/dashboardLink';
import type { GatewayReference, StripeReference } from 'c/gatewayReference';
import { findStripeReferences, isOfOtherGateway, parseGatewayReference } from 'c/gatewayReference';
import type { PaymentObjectName, PaymentRecord, PaymentRecords } from 'c/paymentRecord';

/** One field that was looked at on the way, and what it held. */
export interface TraceStep {
    payment: PaymentRecord;
    field: string;
    reference: GatewayReference;
}

/** The way from a record to the reference that can be opened. */
export interface PaymentTrace {
    /** What the record's own GatewayRefNumber says. */
    own: GatewayReference;
    /** What to open or to search for; undefined where there is nothing. */
    target?: GatewayReference;
    /** Where the target was found; undefined where it is a last resort, the search for the order. */
    foundIn?: TraceStep;
    /** Every field that held something, in the order in which they were looked at. */
    steps: TraceStep[];
}

/** Fields that may hold a Stripe id besides GatewayRefNumber, in the order in which they are trusted. */
interface FurtherFields {
    /** "Unique ID of the payment sent to Stripe or PayPal" (Object Reference); only Salesforce Payments fills it. */
    PaymentIntentGuid?: string;
    /** The storefront cartridge's charge id. */
    stripeChargeId__c?: string;
    /** Salesforce's sample Stripe adapter writes `ch_…` here (forcedotcom/commerce-on-lightning, StripeAdapter.cls). */
    GatewayAuthCode?: string;
    /** Free text of up to 1,000 characters, which "can store data as JSON or XML" (Object Reference). */
    GatewayRefDetails?: string;
    GatewayResultCode?: string;
    GatewayResultCodeDescription?: string;
    GatewayMessage?: string;
}

const FURTHER_FIELDS = [
    'PaymentIntentGuid',
    'stripeChargeId__c',
    'GatewayAuthCode',
    'GatewayRefDetails',
    'GatewayResultCode',
    'GatewayResultCodeDescription',
    'GatewayMessage'
] as const satisfies readonly (keyof FurtherFields)[];

/** Prefixes that stand for the payment itself, or for a refund of it: what a link from a record may open. */
export const PAYMENT_PREFIXES: ReadonlySet<string> = new Set(['pi', 'ch', 'py']);
const PAYMENT_OR_REFUND: ReadonlySet<string> = new Set([...PAYMENT_PREFIXES, 're', 'pyr']);

/**
 * The records of a page by the ids that lead from one to the next: built once for all traces.
 * A class, because the framework hands plain objects to a child component as proxies, which take time at every access.
 */
export class RecordIndex {
    readonly records: PaymentRecords;
    readonly byObject: Readonly<Record<PaymentObjectName, readonly PaymentRecord[]>>;
    readonly byId: ReadonlyMap<string, PaymentRecord>;
    readonly summaryId?: string;
    readonly orderNumber?: string;
    readonly paymentIdsOfRefund: ReadonlyMap<string, readonly string[]>;
    readonly logsOfRecord: ReadonlyMap<string, readonly PaymentRecord[]>;

    constructor(records: PaymentRecords) {
        this.records = records;
        this.byObject = {
            PaymentAuthorization: records.authorizations.map((record) => ({
                objectName: 'PaymentAuthorization',
                record
            })),
            PaymentAuthAdjustment: records.adjustments.map((record) => ({
                objectName: 'PaymentAuthAdjustment',
                record
            })),
            Payment: records.payments.map((record) => ({ objectName: 'Payment', record })),
            Refund: records.refunds.map((record) => ({ objectName: 'Refund', record })),
            PaymentGatewayLog: records.logs.map((record) => ({ objectName: 'PaymentGatewayLog', record }))
        };
        const all = Object.values(this.byObject).flat();
        this.byId = new Map(all.map((payment) => [payment.record.Id, payment]));
        this.summaryId = records.summary?.Id;
        this.orderNumber = records.summary?.OrderSummary?.OrderNumber;
        this.paymentIdsOfRefund = group(records.refundLines.map((line) => [line.RefundId, line.PaymentId]));
        this.logsOfRecord = group(this.byObject.PaymentGatewayLog.map((log) => [referencedId(log), log]));
    }

    /** The authorization of the record's summary, where there is exactly one: what has lost its parent belongs to it. */
    onlyAuthorization(payment: PaymentRecord): PaymentRecord | undefined {
        const summaryId = summaryIdOf(payment);
        const possible = this.byObject.PaymentAuthorization.filter((authorization) => {
            const own = summaryIdOf(authorization);
            return own === undefined || summaryId === undefined || own === summaryId;
        });
        return possible.length === 1 ? possible[0] : undefined;
    }
}

function summaryIdOf(payment: PaymentRecord): string | undefined {
    return payment.objectName === 'PaymentAuthAdjustment' ? undefined : payment.record.OrderPaymentSummaryId;
}

function referencedId(payment: PaymentRecord): string | undefined {
    return payment.objectName === 'PaymentGatewayLog' ? payment.record.ReferencedEntityId : undefined;
}

function group<Value>(entries: readonly [string | undefined, Value | undefined][]): Map<string, Value[]> {
    const groups = new Map<string, Value[]>();
    for (const [key, value] of entries) {
        if (key !== undefined && value !== undefined) {
            const values = groups.get(key);
            if (values) {
                values.push(value);
            } else {
                groups.set(key, [value]);
            }
        }
    }
    return groups;
}

/**
 * Finds what to open for a record: its own reference if the Dashboard has a page for it; else a Stripe id in another
 * of its fields or in its logs; else the same of the records it came from (a payment's authorization, a refund's
 * payment); else a search for the reference itself or for the order number.
 *
 * @param related what relatedRecords gives for the record
 */
export function tracePayment(
    start: PaymentRecord,
    related: readonly PaymentRecord[],
    index: RecordIndex
): PaymentTrace {
    const own = parseGatewayReference(start.record.GatewayRefNumber, index.orderNumber);
    const first: TraceStep = { payment: start, field: 'GatewayRefNumber', reference: own };
    if (hasDashboardPage(own)) {
        return { own, target: own, foundIn: first, steps: [first] };
    }
    const steps = [first];
    for (const place of related) {
        const opened = place === start || isOfRefund(place, index) ? PAYMENT_OR_REFUND : PAYMENT_PREFIXES;
        const taken = [
            ...(place === start ? [] : ownStep(place, index.orderNumber)),
            ...furtherSteps(place).filter(({ reference }) => opened.has(reference.prefix))
        ];
        const foundIn = taken.find(({ reference }) => reference.kind === 'stripe' && opened.has(reference.prefix));
        steps.push(...taken.slice(0, foundIn ? taken.indexOf(foundIn) + 1 : undefined));
        if (foundIn) {
            return { own, target: foundIn.reference, foundIn, steps };
        }
    }
    const target = searchFor(own, index.orderNumber);
    return { own, target, foundIn: target === own ? first : undefined, steps };
}

/** The record, then those that it came from, nearest first, each followed by its logs; each once. */
export function relatedRecords(start: PaymentRecord, index: RecordIndex): PaymentRecord[] {
    const origins = [start, ...ancestorsOf(start, index)];
    const related = origins.flatMap((origin) => [origin, ...(index.logsOfRecord.get(origin.record.Id) ?? [])]);
    return [...new Set(related)];
}

/** Log, refund, payment, authorization: each step goes up in this order, so that the way always ends. */
function ancestorsOf(payment: PaymentRecord, index: RecordIndex): PaymentRecord[] {
    const parents = parentsOf(payment, index);
    return [...parents, ...parents.flatMap((parent) => ancestorsOf(parent, index))];
}

/** The records that the record names; one that names none belongs to the only authorization, where there is one. */
function parentsOf(payment: PaymentRecord, index: RecordIndex): PaymentRecord[] {
    const ids = parentIdsOf(payment, index);
    if (ids.length > 0) {
        return ids.flatMap((id) => index.byId.get(id) ?? []);
    }
    return payment.objectName === 'PaymentAuthorization' ? [] : present(index.onlyAuthorization(payment));
}

function parentIdsOf(payment: PaymentRecord, index: RecordIndex): readonly string[] {
    switch (payment.objectName) {
        case 'PaymentGatewayLog':
            return present(payment.record.ReferencedEntityId);
        case 'Refund':
            return index.paymentIdsOfRefund.get(payment.record.Id) ?? [];
        case 'Payment':
        case 'PaymentAuthAdjustment':
            return present(payment.record.PaymentAuthorizationId);
        case 'PaymentAuthorization':
            return [];
    }
}

function present<Value>(value: Value | undefined): Value[] {
    return value === undefined ? [] : [value];
}

/** Whether a refund's id found here is that of the refund in question: a payment's logs may name any of its refunds. */
function isOfRefund(payment: PaymentRecord, index: RecordIndex): boolean {
    const referenced = index.byId.get(referencedId(payment) ?? '');
    return payment.objectName === 'Refund' || referenced?.objectName === 'Refund';
}

function ownStep(payment: PaymentRecord, orderNumber: string | undefined): TraceStep[] {
    const reference = parseGatewayReference(payment.record.GatewayRefNumber, orderNumber);
    return reference.kind === 'empty' ? [] : [{ payment, field: 'GatewayRefNumber', reference }];
}

/** The Stripe ids in the record's other fields. */
function furtherSteps(payment: PaymentRecord): (TraceStep & { reference: StripeReference })[] {
    const fields: FurtherFields = payment.record;
    return FURTHER_FIELDS.flatMap((field) =>
        findStripeReferences(fields[field]).map((reference) => ({ payment, field, reference }))
    );
}

/**
 * What the Dashboard's search can find when no page is known: the reference itself, else the order. What another
 * gateway has written is no payment of Stripe, so that the order would not be found either.
 */
function searchFor(own: GatewayReference, orderNumber: string | undefined): GatewayReference | undefined {
    if (own.kind === 'stripe' || own.kind === 'stripeShaped' || own.kind === 'orderNumber') {
        return own;
    }
    const order = parseGatewayReference(orderNumber, orderNumber);
    return !isOfOtherGateway(own) && order.kind === 'orderNumber' ? order : undefined;
}
