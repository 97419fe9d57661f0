import { api, LightningElement } from 'lwc';
import computedLabel from '@salesforce/label/c.Payments_Totals_Computed';
import differs from '@salesforce/label/c.Payments_Totals_Differs';
import title from '@salesforce/label/c.Payments_Totals_Title';
import unknownLabel from '@salesforce/label/c.Payments_Totals_Unknown';
import { formatAmount, formatLabel } from 'c/displayFormat';
import type { PaymentTotal, TotalKind } from 'c/paymentTotals';
import { reasonInWords, TOTAL_NAMES } from './totalTexts';

/** Shown whatever they are; the others only where there is something to say. */
const ALWAYS: ReadonlySet<TotalKind> = new Set([
    'authorized',
    'captured',
    'refunded',
    'availableToCapture',
    'availableToRefund',
    'balance'
]);

/** A total as it is shown. */
interface TotalView {
    kind: TotalKind;
    name: string;
    amount: string;
    notes: { key: number; text: string }[];
    isDifferent: boolean;
}

/**
 * The totals of an order payment summary: Salesforce's stored amounts, and where our own sums of the records differ,
 * those beside them, with the reason.
 */
export default class TotalsTable extends LightningElement {
    @api totals: readonly PaymentTotal[] = [];
    /** ISO 4217 code of the amounts; undefined in an org with a single currency. */
    @api currency?: string;

    labels = { title };

    get views(): TotalView[] {
        return this.totals.filter(isWorthShowing).map((total) => this.viewOf(total));
    }

    /** What is to be said of every total is said once. */
    get commonNotes(): { key: number; text: string }[] {
        const all = this.totals.filter(({ kind }) => ALWAYS.has(kind)).map(notesOf);
        const common = [...new Set(all.flat())].filter((note) => all.every((notes) => notes.includes(note)));
        return common.map((text, key) => ({ key, text }));
    }

    private viewOf(total: PaymentTotal): TotalView {
        const { kind, stored, computed, verdict } = total;
        // Ours alone is shown only where it is of all records: somebody may rely on it.
        const shown = stored ?? (verdict === 'computedOnly' ? computed : undefined);
        const isDifferent = verdict === 'differs';
        const common = this.commonNotes.map(({ text }) => text);
        const notes = [
            ...(verdict === 'computedOnly' ? [computedLabel] : []),
            ...(isDifferent && computed !== undefined ? [formatLabel(differs, this.format(computed))] : []),
            ...notesOf(total).filter((note) => !common.includes(note))
        ];
        return {
            kind,
            name: TOTAL_NAMES[kind],
            amount: shown === undefined ? unknownLabel : this.format(shown),
            notes: notes.map((text, key) => ({ key, text })),
            isDifferent
        };
    }

    private format(amount: number): string {
        return formatAmount(amount, this.currency);
    }
}

function isWorthShowing({ kind, stored, computed, verdict }: PaymentTotal): boolean {
    return ALWAYS.has(kind) || verdict === 'differs' || (stored ?? computed ?? 0) !== 0;
}

function notesOf({ reasons }: PaymentTotal): string[] {
    return [...new Set(reasons.map(reasonInWords))];
}
