import type { PaymentObjectName } from 'c/paymentRecord';

export type Severity = 'error' | 'warning';

/** Every kind of finding there is: how much it matters, what it means, and what to do next. */
export const FINDING_KINDS = {
    missing: {
        severity: 'error',
        meaning: 'Stripe has no such object, so that the link opens nothing.',
        nextStep: 'Look whether the reference was cut off or mistyped, or comes from another Stripe account.'
    },
    otherMode: {
        severity: 'error',
        meaning: 'The object is in the other mode of Stripe.',
        nextStep: 'Find out how a reference of the other mode came into this org; verify it with a key of that mode.'
    },
    otherAccount: {
        severity: 'warning',
        meaning: 'The record belongs to another Stripe account, which this key cannot see.',
        nextStep: 'Run verify with a key of that account.'
    },
    accountDiffers: {
        severity: 'error',
        meaning:
            'The records name another Stripe account than the one that has the object: the link opens the wrong one.',
        nextStep: 'Correct Stripe Account Id of the record, or the Stripe Gateway Setting.'
    },
    modeDiffers: {
        severity: 'error',
        meaning: 'The records name another mode than that of the object: the link opens nothing.',
        nextStep: 'Correct Stripe Account Type of the record, or the Stripe Gateway Setting.'
    },
    modeUnknown: {
        severity: 'warning',
        meaning: 'Nothing tells the mode, so that the link opens live mode, where the object is not.',
        nextStep: 'Set the mode in a Stripe Gateway Setting, or let --write fill Stripe Account Type.'
    },
    chargeDiffers: {
        severity: 'error',
        meaning: 'Stripe Charge Id is not the charge of the payment.',
        nextStep: 'Compare both in the Stripe Dashboard, and correct the field.'
    },
    secretReference: {
        severity: 'error',
        meaning: 'A secret is stored where a reference belongs.',
        nextStep: 'Remove it from the record, find out what wrote it, and consider a new key.'
    },
    noLink: {
        severity: 'warning',
        meaning: 'The reference leads to nothing in Stripe, so that there is no link.',
        nextStep: 'Look whether the record has lost its authorization or payment, or belongs to another gateway.'
    },
    noReference: {
        severity: 'warning',
        meaning: 'Money was moved, but nothing names it in Stripe.',
        nextStep: 'Search Stripe for the order number and compare by hand.'
    },
    searchFindsNothing: {
        severity: 'warning',
        meaning: 'The link searches for an order that no payment of Stripe names.',
        nextStep: 'Search Stripe for the amount and the date.'
    },
    orderDiffers: {
        severity: 'error',
        meaning: 'Stripe names another order of this org for the payment.',
        nextStep: 'Compare both orders with the payment in the Stripe Dashboard: one of them has the wrong reference.'
    },
    currencyDiffers: {
        severity: 'error',
        meaning: 'The currencies are not the same.',
        nextStep: 'Compare the record with the payment in the Stripe Dashboard.'
    },
    amountDiffers: {
        severity: 'error',
        meaning: 'The amounts are not the same.',
        nextStep: 'Compare the record with its object in the Stripe Dashboard.'
    },
    statusDiffers: {
        severity: 'error',
        meaning: 'Salesforce and Stripe do not agree on what became of it.',
        nextStep: 'Go by Stripe: look at the timeline there, then correct the record.'
    },
    capturedDiffers: {
        severity: 'error',
        meaning: 'The payments of Salesforce do not add up to what Stripe captured.',
        nextStep: 'Look for a capture that was made in the Dashboard, or is recorded twice or not at all.'
    },
    refundedDiffers: {
        severity: 'error',
        meaning: 'The refunds of Salesforce do not add up to what Stripe refunded.',
        nextStep: 'Look for a refund that was made in the Dashboard, or is recorded twice or not at all.'
    },
    disputed: {
        severity: 'warning',
        meaning: 'Somebody has asked their bank for the money back, which no record of Salesforce tells.',
        nextStep: 'Look in the Stripe Dashboard how the dispute stands before anything is refunded or shipped.'
    },
    unclaimedPayment: {
        severity: 'warning',
        meaning: 'Stripe holds money for an order of this org, but no record names the payment.',
        nextStep: 'Compare the order with the payment in the Stripe Dashboard: it may have been paid twice.'
    },
    notChecked: {
        severity: 'warning',
        meaning: 'This object could not be asked for.',
        nextStep: 'Let the restricted key read this type of object, or look in the Stripe Dashboard.'
    }
} as const satisfies Record<string, { severity: Severity; meaning: string; nextStep: string }>;

export type FindingKind = keyof typeof FINDING_KINDS;

const KINDS = Object.keys(FINDING_KINDS) as FindingKind[];

/** A kind as words: "Amount differs". */
export function titleOf(kind: string): string {
    return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** In the order of a report: errors first. */
export const KINDS_BY_SEVERITY: readonly FindingKind[] = (['error', 'warning'] as const).flatMap((severity) =>
    KINDS.filter((kind) => FINDING_KINDS[kind].severity === severity)
);

/** Where records stand in the report; what Stripe alone has comes last. */
export const REPORT_OBJECTS = [
    'PaymentAuthorization',
    'Payment',
    'Refund',
    'PaymentAuthAdjustment',
    'PaymentGatewayLog',
    'PaymentIntent'
] as const satisfies readonly (PaymentObjectName | 'PaymentIntent')[];

export type ReportObject = (typeof REPORT_OBJECTS)[number];

/** Something that is not as it should be. Texts hold ids, amounts, statuses and codes only. */
export interface Finding {
    kind: FindingKind;
    severity: Severity;
    /** The record that it was found on; for what Stripe alone has, the PaymentIntent. */
    object: ReportObject;
    id: string;
    number: string;
    /** The order number; null where the record belongs to no order. */
    order: string | null;
    /** The id in Stripe that it is about, or the record's own reference where that may be shown. */
    reference: string | null;
    salesforce: string;
    stripe: string;
    meaning: string;
    nextStep: string;
    /** In the Dashboard: where the object is; where it is not known to be anywhere, where the record's link leads. */
    url: string | null;
    /** How many more records have the same finding for the same reference. */
    otherRecords: number;
}
