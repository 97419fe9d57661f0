import { fromMinorUnits } from 'c/money';
import type { StripeMode } from 'c/gatewayReference';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { minorUnits } from '../judge/amounts.ts';
import type { FindingKind } from '../judge/findings.ts';
import { FINDING_KINDS, REPORT_OBJECTS } from '../judge/findings.ts';
import type { ReportRow } from '../judge/reportRow.ts';
import type { StripeAnswer, StripeObject, StripePayment } from '../stripe/stripeObjects.ts';

/** Sums of a currency, as decimals in major units: of what both sides know of, and of what Salesforce alone does. */
export interface CurrencyTotals {
    salesforceCaptured: string;
    stripeCaptured: string;
    salesforceRefunded: string;
    stripeRefunded: string;
    /** Of records for which nothing was found in Stripe, or something in another currency. */
    salesforceCapturedNotFound: string;
    salesforceRefundedNotFound: string;
}

/** Stands for the currency of records that name none and for which nothing was found. */
export const NO_CURRENCY = 'none named';

export interface Totals {
    /** Records by object. */
    records: Record<string, number>;
    /** Ids that Stripe was asked for, by what it said. */
    answers: Record<StripeAnswer['state'], number>;
    /** Objects that were found and tell their mode. */
    modes: Record<StripeMode, number>;
    findings: Record<FindingKind, number>;
    currencies: Record<string, CurrencyTotals>;
    /** Fees of the captures, by the currency of the settlement. */
    fees: Record<string, string>;
    /** Payments that Stripe listed, and those of them that no record names. */
    payments: { listed: number; unnamed: number };
}

/** In minor units. */
type Sums = Record<keyof CurrencyTotals, bigint>;

/** Adds up a report while it is made. */
export class TotalsCounter {
    private readonly records = new Map<string, number>(REPORT_OBJECTS.slice(0, -1).map((object) => [object, 0]));
    private readonly findings = new Map<FindingKind, number>();
    private readonly sums = new Map<string, Sums>();

    addRow(row: ReportRow): void {
        this.records.set(row.object, (this.records.get(row.object) ?? 0) + 1);
        if (row.amount === null || row.status !== 'Processed') {
            return;
        }
        const currency = row.currency ?? row.stripeCurrency ?? NO_CURRENCY;
        const amount = minorUnits(row.amount, currency) ?? 0n;
        const isFound = row.stripeCurrency === currency;
        if (row.object === 'Payment') {
            this.sumsOf(currency)[isFound ? 'salesforceCaptured' : 'salesforceCapturedNotFound'] += amount;
        } else if (row.object === 'Refund') {
            this.sumsOf(currency)[isFound ? 'salesforceRefunded' : 'salesforceRefundedNotFound'] += amount;
        }
    }

    addFinding(kind: FindingKind): void {
        this.findings.set(kind, (this.findings.get(kind) ?? 0) + 1);
    }

    /** @param checkpoint with every answer of Stripe */
    totals(checkpoint: Checkpoint, payments: Totals['payments']): Totals {
        const answers = { found: 0, missing: 0, otherMode: 0, notPermitted: 0, notAskable: 0 };
        const modes = { live: 0, test: 0 };
        const fees = new Map<string, bigint>();
        for (const { answer } of checkpoint.answers()) {
            answers[answer.state] += 1;
            if (answer.state === 'found') {
                countMode(answer.object, modes);
                this.addPayment(answer.object, checkpoint, fees);
            }
        }
        return {
            records: Object.fromEntries(this.records),
            answers,
            modes,
            findings: this.findingCounts(),
            currencies: Object.fromEntries(
                sorted(this.sums).map(([currency, sums]) => [currency, currencyTotals(currency, sums)])
            ),
            fees: Object.fromEntries(sorted(fees).map(([currency, fee]) => [currency, decimal(fee, currency)])),
            payments
        };
    }

    /** A payment counts once, also where its PaymentIntent and its charge were both asked for. */
    private addPayment(object: StripeObject, checkpoint: Checkpoint, fees: Map<string, bigint>): void {
        if (object.type !== 'payment' || isCountedAsIntent(object, checkpoint)) {
            return;
        }
        const sums = this.sumsOf(object.currency);
        sums.stripeCaptured += BigInt(object.captured);
        sums.stripeRefunded += object.captured > 0 ? BigInt(object.refunded) : 0n;
        if (object.fee) {
            const { amount, currency } = object.fee;
            fees.set(currency, (fees.get(currency) ?? 0n) + BigInt(amount));
        }
    }

    private findingCounts(): Totals['findings'] {
        const kinds = Object.keys(FINDING_KINDS) as FindingKind[];
        const counts = kinds.map((kind) => [kind, this.findings.get(kind) ?? 0]);
        return Object.fromEntries(counts) as Totals['findings'];
    }

    private sumsOf(currency: string): Sums {
        const sums = this.sums.get(currency) ?? {
            salesforceCaptured: 0n,
            stripeCaptured: 0n,
            salesforceRefunded: 0n,
            stripeRefunded: 0n,
            salesforceCapturedNotFound: 0n,
            salesforceRefundedNotFound: 0n
        };
        this.sums.set(currency, sums);
        return sums;
    }
}

function isCountedAsIntent({ id, paymentIntent }: StripePayment, checkpoint: Checkpoint): boolean {
    return paymentIntent !== undefined && paymentIntent !== id && checkpoint.answer(paymentIntent)?.state === 'found';
}

function countMode(object: StripeObject, modes: Record<StripeMode, number>): void {
    if ('mode' in object && object.mode !== undefined) {
        modes[object.mode] += 1;
    }
}

function currencyTotals(currency: string, sums: Sums): CurrencyTotals {
    return {
        salesforceCaptured: decimal(sums.salesforceCaptured, currency),
        stripeCaptured: decimal(sums.stripeCaptured, currency),
        salesforceRefunded: decimal(sums.salesforceRefunded, currency),
        stripeRefunded: decimal(sums.stripeRefunded, currency),
        salesforceCapturedNotFound: decimal(sums.salesforceCapturedNotFound, currency),
        salesforceRefundedNotFound: decimal(sums.salesforceRefundedNotFound, currency)
    };
}

function decimal(minor: bigint, currency: string): string {
    return fromMinorUnits(String(minor), currency) ?? String(minor);
}

function sorted<Item>(map: ReadonlyMap<string, Item>): [string, Item][] {
    return [...map].sort(([left], [right]) => (left < right ? -1 : 1));
}
