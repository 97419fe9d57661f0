import type { OrderPaymentSummary, PaymentObjectName, PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import type { PaymentLink } from 'c/paymentLink';
import { linkPayment } from 'c/paymentLink';
import { RecordIndex, relatedRecords } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { gatewayNameOf } from 'c/stripeEvidence';
import { recordsBySummary } from 'c/summaryRecords';

/** A record's link as every person gets it who has chosen no mode. */
export interface JudgedLink {
    payment: PaymentRecord;
    /** The records of its summary. */
    index: RecordIndex;
    /** The gateway whose setting is used for the link; undefined where no record around it names one. */
    gatewayName?: string;
    found: PaymentLink;
}

/** The objects whose records are judged: those that agents see lists of. */
export const JUDGED_OBJECTS = [
    'PaymentAuthorization',
    'Payment',
    'Refund',
    'PaymentGatewayLog'
] as const satisfies readonly PaymentObjectName[];

/** The kinds of references that an admin may want to try, in the order of the reference table of the guide. */
export const LINK_CASES = [
    'paymentIntent',
    'charge',
    'refund',
    'balanceTransaction',
    'salesforceNumber',
    'orderNumber',
    'noReference'
] as const;

export type LinkCase = (typeof LINK_CASES)[number];

/** A kind of reference, with the newest record that has one; undefined where none of the records read has. */
export interface LinkSample {
    linkCase: LinkCase;
    link?: JudgedLink;
}

const CASE_OF_PREFIX: ReadonlyMap<string, LinkCase> = new Map<string, LinkCase>([
    ['pi', 'paymentIntent'],
    ['ch', 'charge'],
    ['py', 'charge'],
    ['re', 'refund'],
    ['pyr', 'refund'],
    ['txn', 'balanceTransaction']
]);

/**
 * The links of the records of several summaries, each with the records of its own summary around it, as on its page.
 * The person's own choice of mode does not count: an admin wants to know what others see.
 *
 * @param records of all of the summaries together, newest first
 */
export function judgeLinks(
    summaries: readonly OrderPaymentSummary[],
    records: PaymentRecords,
    settings: EvidenceSettings
): JudgedLink[] {
    const common = { ...settings, chosenModes: {} };
    return recordsBySummary(summaries, records).flatMap((ofSummary) => {
        const index = new RecordIndex(ofSummary);
        return JUDGED_OBJECTS.flatMap((objectName) => index.byObject[objectName]).map((payment) => ({
            payment,
            index,
            gatewayName: gatewayNameOf(relatedRecords(payment, index)),
            found: linkPayment(payment, index, common)
        }));
    });
}

/** Links that open something, but in a mode that nothing tells: the person would have to choose. */
export function linksOfUnknownMode(links: readonly JudgedLink[]): JudgedLink[] {
    return links.filter(({ found }) => found.link !== undefined && found.context.mode === undefined);
}

/** One sample for each kind of reference: the first record that has such a reference and a link, else the first. */
export function linkSamples(links: readonly JudgedLink[]): LinkSample[] {
    return LINK_CASES.map((linkCase) => {
        const ofCase = links.filter(({ found }) => caseOf(found) === linkCase);
        return { linkCase, link: ofCase.find(({ found }) => found.link !== undefined) ?? ofCase[0] };
    });
}

function caseOf({ trace, link }: PaymentLink): LinkCase | undefined {
    switch (trace.own.kind) {
        case 'stripe':
            return CASE_OF_PREFIX.get(trace.own.prefix);
        case 'salesforce':
            return 'salesforceNumber';
        case 'orderNumber':
            return 'orderNumber';
        case 'empty':
            return link && 'noReference';
        default:
            return undefined;
    }
}
