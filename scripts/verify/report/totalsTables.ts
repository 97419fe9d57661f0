import { FINDING_KINDS } from '../judge/findings.ts';
import type { Report } from './report.ts';

/** A small table of figures: a caption, a header and rows. The first column is text, the others are figures. */
export interface TotalsTable {
    caption: string;
    header: readonly string[];
    rows: readonly (readonly string[])[];
}

/** The totals as a person reads them. Findings that did not occur are left out. */
export function totalsTables({ totals }: Report): TotalsTable[] {
    const findings = Object.entries(totals.findings).filter(([, count]) => count > 0);
    return [
        counts('Records', 'Object', totals.records),
        counts('Objects asked for', 'Stripe says', totals.answers),
        counts('Mode', 'Found in', totals.modes),
        {
            caption: 'Money',
            header: [
                'Currency',
                'Captured, Salesforce',
                'Captured, Stripe',
                'Refunded, Salesforce',
                'Refunded, Stripe'
            ],
            rows: Object.entries(totals.currencies).map(([currency, sums]) => [
                ...[currency, sums.salesforceCaptured, sums.stripeCaptured],
                ...[sums.salesforceRefunded, sums.stripeRefunded]
            ])
        },
        { caption: 'Fees', header: ['Settlement currency', 'Fees'], rows: Object.entries(totals.fees) },
        counts("Stripe's list of payments", 'Payments', totals.payments),
        {
            caption: 'Findings by kind',
            header: ['Kind', 'Severity', 'Findings'],
            rows: findings.map(([kind, count]) => [kind, severityOf(kind), String(count)])
        }
    ].filter(({ rows }) => rows.length > 0);
}

function severityOf(kind: string): string {
    return Object.entries(FINDING_KINDS).find(([name]) => name === kind)?.[1].severity ?? '';
}

function counts(caption: string, name: string, figures: Readonly<Record<string, number>>): TotalsTable {
    const rows = Object.entries(figures).map(([key, count]) => [key, String(count)]);
    return { caption, header: [name, 'Count'], rows };
}

export function headline({ org, account, mode, totals }: Report): string {
    const count = Object.values(totals.findings).reduce((sum, each) => sum + each, 0);
    const found = count === 0 ? 'No findings' : count === 1 ? '1 finding' : `${count} findings`;
    return `${found}: org ${org}, Stripe account ${account ?? 'of the key'}, ${mode} mode`;
}
