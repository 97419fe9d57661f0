import { dashboardLink } from 'c/dashboardLink';
import { parseGatewayReference } from 'c/gatewayReference';
import { recordNumber } from 'c/paymentRecord';
import type { Finding, FindingKind } from './findings.ts';
import { FINDING_KINDS, KINDS_BY_SEVERITY, REPORT_OBJECTS } from './findings.ts';
import type { RecordLink } from './recordLinks.ts';
import type { StripePlace } from './stripePlace.ts';
import { otherMode } from './stripePlace.ts';

/** What a judge says of a record. */
export interface Verdict {
    kind: FindingKind;
    link: RecordLink;
    /** The Stripe id that it is about, or the record's own reference; undefined where it may not be shown. */
    reference?: string;
    salesforce: string;
    stripe: string;
}

/**
 * One finding for each cause: records that say the same of the same reference are counted together, and the finding
 * stands on the first of them, an authorization before a payment before a log.
 */
export function toFindings(verdicts: readonly Verdict[], place: StripePlace, order: string | undefined): Finding[] {
    const byCause = new Map<string, Verdict[]>();
    for (const verdict of verdicts) {
        const cause = causeOf(verdict);
        byCause.set(cause, [...(byCause.get(cause) ?? []), verdict]);
    }
    return [...byCause.values()].flatMap((same) => {
        const [first] = same.toSorted(byPlace);
        const records = new Set(same.map(({ link }) => link.payment.record.Id));
        return first ? [toFinding(first, { otherRecords: records.size - 1, place, order })] : [];
    });
}

/** An account or mode that is wrong on one record is wrong in the links of all that came from it. */
const SHARED: ReadonlySet<FindingKind> = new Set(['accountDiffers', 'modeDiffers', 'modeUnknown', 'otherAccount']);

function causeOf({ kind, link, reference, salesforce }: Verdict): string {
    return `${kind} ${SHARED.has(kind) ? salesforce : (reference ?? link.payment.record.Id)}`;
}

export function rankOf(object: Finding['object']): number {
    return REPORT_OBJECTS.indexOf(object);
}

/** Where a finding stands in the report: with those of its kind, errors before warnings. */
export function rankOfFinding({ kind, object }: Finding): number {
    return KINDS_BY_SEVERITY.indexOf(kind) * REPORT_OBJECTS.length + rankOf(object);
}

function byPlace({ link: { payment: left } }: Verdict, { link: { payment: right } }: Verdict): number {
    const byObject = rankOf(left.objectName) - rankOf(right.objectName);
    return byObject !== 0 ? byObject : left.record.Id < right.record.Id ? -1 : 1;
}

function toFinding(
    verdict: Verdict,
    { otherRecords, place, order }: { otherRecords: number; place: StripePlace; order: string | undefined }
): Finding {
    const { kind, link, reference, salesforce, stripe } = verdict;
    const { severity, meaning, nextStep } = FINDING_KINDS[kind];
    return {
        kind,
        severity,
        object: link.payment.objectName,
        id: link.payment.record.Id,
        number: recordNumber(link.payment),
        order: order ?? null,
        reference: reference ?? null,
        salesforce,
        stripe,
        meaning,
        nextStep,
        url: rightUrl(kind, reference, place) ?? link.link.link?.url ?? null,
        otherRecords
    };
}

/** What Stripe has not shown: nothing but the record says where it may be. */
const NOT_FOUND: ReadonlySet<FindingKind> = new Set(['missing', 'otherAccount', 'notChecked']);

/** Where the object really is, which may not be where the record's link leads. */
function rightUrl(kind: FindingKind, reference: string | undefined, place: StripePlace): string | undefined {
    const parsed = parseGatewayReference(reference);
    if (parsed.kind !== 'stripe' || NOT_FOUND.has(kind)) {
        return undefined;
    }
    const mode = kind === 'otherMode' ? otherMode(place.mode) : place.mode;
    return dashboardLink(parsed, { ...place, mode })?.url;
}
