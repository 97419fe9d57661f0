import type { PaymentRecords } from 'c/paymentRecord';
import type { EvidenceSettings } from 'c/stripeEvidence';
import type { Finding } from './findings.ts';
import type { Verdict } from './groupFindings.ts';
import { toFindings } from './groupFindings.ts';
import type { IsOrderOfOrg } from './judgeOrder.ts';
import { judgeOrder } from './judgeOrder.ts';
import { judgePlace } from './judgePlace.ts';
import type { JudgedRecord } from './judgeRecord.ts';
import { judgeRecord } from './judgeRecord.ts';
import type { IsOrderKnown } from './judgeReference.ts';
import { judgeReference } from './judgeReference.ts';
import { judgeTotals } from './judgeTotals.ts';
import { linksOf } from './recordLinks.ts';
import type { ReportRow } from './reportRow.ts';
import { toRow } from './reportRow.ts';
import type { StripePlace } from './stripePlace.ts';
import type { AnswerOf } from './subject.ts';
import { paymentKey, subjectOf } from './subject.ts';

/** What records are judged by. */
export interface Evidence {
    settings: EvidenceSettings;
    place: StripePlace;
    answerOf: AnswerOf;
    isOrderKnown: IsOrderKnown;
    isOrderOfOrg: IsOrderOfOrg;
}

export interface JudgedGroup {
    rows: ReportRow[];
    findings: Finding[];
    /** The records as they were judged, for what --write adds. */
    judged: readonly JudgedRecord[];
}

/** Judges records that belong together: those of one order payment summary, or one that stands alone. */
export function judgeGroup(records: PaymentRecords, evidence: Evidence): JudgedGroup {
    const { settings, place, answerOf, isOrderKnown, isOrderOfOrg } = evidence;
    const judged = linksOf(records, settings).map((link): JudgedRecord => {
        const subject = subjectOf(link, answerOf);
        return { link, subject, key: paymentKey(subject) };
    });
    const order = records.summary?.OrderSummary?.OrderNumber;
    const strangers = judged.flatMap((record) => judgeOrder(record, order, isOrderOfOrg));
    const strangeKeys = new Set(strangers.map(({ link }) => judged.find((record) => record.link === link)?.key));
    // What is compared with the payment of another order differs in every way: that is told once.
    const comparable = judged.filter(({ key }) => key === undefined || !strangeKeys.has(key));
    const verdicts = [
        ...strangers,
        ...judged.flatMap(({ link }) => [...judgePlace(link, place, answerOf), ...judgeReference(link, isOrderKnown)]),
        ...comparable.flatMap((record) => judgeRecord(record, comparable))
    ];
    const all = [...verdicts, ...judgeTotals(comparable, verdicts)];
    return {
        rows: judged.map((record) => toRow(record, { findings: kindsOf(record, all), order, answerOf, place })),
        findings: toFindings(all, place, order),
        judged
    };
}

function kindsOf({ link }: JudgedRecord, verdicts: readonly Verdict[]) {
    const kinds = verdicts.filter((verdict) => verdict.link === link).map(({ kind }) => kind);
    return [...new Set(kinds)].sort();
}
