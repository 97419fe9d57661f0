import { FINDING_KINDS, KINDS_BY_SEVERITY, titleOf } from '../judge/findings.ts';
import { minorUnits } from '../judge/amounts.ts';
import { fromMinorUnits } from 'c/money';
import type { Report } from './report.ts';
import type { CurrencyTotals } from './totals.ts';

/** A small table of figures: a caption, a header and rows. The columns from `firstFigure` on are figures. */
export interface TotalsTable {
    caption: string;
    header: readonly string[];
    rows: readonly (readonly string[])[];
    firstFigure: number;
}

/** The totals as a person reads them. Findings that did not occur are left out. */
export function totalsTables({ totals }: Report): TotalsTable[] {
    const { payments } = totals;
    return [
        {
            caption: 'Findings by kind',
            header: ['Kind', 'Severity', 'Findings'],
            rows: KINDS_BY_SEVERITY.filter((kind) => totals.findings[kind] > 0).map((kind) => [
                ...[titleOf(kind), FINDING_KINDS[kind].severity, String(totals.findings[kind])]
            ]),
            firstFigure: 2
        },
        {
            caption: 'Money',
            header: ['Currency', 'What', 'Salesforce', 'Stripe', 'Difference', 'Salesforce, not found'],
            rows: Object.entries(totals.currencies).flatMap(([currency, sums]) => moneyRows(currency, sums)),
            firstFigure: 2
        },
        counts('Fees of the captures', ['Settlement currency', 'Fees'], totals.fees),
        counts('Records', ['Object', 'Records'], totals.records),
        counts('Objects asked for', ['Stripe says', 'Objects'], titled(totals.answers)),
        counts('Mode', ['Found in', 'Objects'], titled(totals.modes)),
        counts("Stripe's list of payments", ['Payments', 'Count'], {
            Listed: payments.listed,
            'Named by no record': payments.unnamed
        })
    ].filter(({ rows }) => rows.length > 0);
}

function moneyRows(currency: string, sums: CurrencyTotals): string[][] {
    const row = (what: string, salesforce: string, stripe: string, notFound: string) => [
        ...[currency, what, salesforce, stripe, difference(salesforce, stripe, currency), notFound]
    ];
    return [
        row('captured', sums.salesforceCaptured, sums.stripeCaptured, sums.salesforceCapturedNotFound),
        row('refunded', sums.salesforceRefunded, sums.stripeRefunded, sums.salesforceRefundedNotFound)
    ];
}

/** Above zero where Salesforce has more. Both are decimals in the currency. */
function difference(salesforce: string, stripe: string, currency: string): string {
    const minor = (minorUnits(salesforce, currency) ?? 0n) - (minorUnits(stripe, currency) ?? 0n);
    return fromMinorUnits(String(minor), currency) ?? '';
}

function titled(figures: Readonly<Record<string, number>>): Record<string, number> {
    return Object.fromEntries(Object.entries(figures).map(([name, count]) => [titleOf(name), count]));
}

function counts(
    caption: string,
    header: readonly string[],
    figures: Readonly<Record<string, number | string>>
): TotalsTable {
    const rows = Object.entries(figures).map(([key, figure]) => [key, String(figure)]);
    return { caption, header, rows, firstFigure: 1 };
}

export function headline({ org, account, mode, totals }: Report): string {
    return `${findingsText(totals.findings)}: org ${org}, Stripe account ${account ?? 'of the key'}, ${mode} mode`;
}

function findingsText(findings: Report['totals']['findings']): string {
    const countOf = (severity: string) =>
        KINDS_BY_SEVERITY.filter((kind) => FINDING_KINDS[kind].severity === severity).reduce(
            (sum, kind) => sum + findings[kind],
            0
        );
    const [errors, warnings] = [countOf('error'), countOf('warning')];
    const all = errors + warnings;
    return all === 0
        ? 'No findings'
        : `${plural(all, 'finding')} (${plural(errors, 'error')}, ${plural(warnings, 'warning')})`;
}

function plural(count: number, word: string): string {
    return `${count} ${word}${count === 1 ? '' : 's'}`;
}
