import { toCsv } from 'c/csv';
import type { ReportRow } from '../judge/reportRow.ts';
import type { Report } from './report.ts';
import { recordUrl } from './report.ts';

const COLUMNS = [
    ...([
        'object',
        'id',
        'number',
        'order',
        'reference',
        'referenceKind',
        'target',
        'opens',
        'confidence',
        'url'
    ] as const),
    ...(['state', 'account', 'mode', 'currency', 'amount', 'status'] as const),
    ...(['stripeCurrency', 'stripeAmount', 'stripeCaptured', 'stripeRefunded', 'stripeStatus'] as const),
    ...(['fee', 'feeCurrency'] as const)
] satisfies readonly (keyof ReportRow)[];

const HEADER = [...COLUMNS, 'recordUrl', 'findings', 'severity', 'salesforce', 'stripe', 'nextStep'];

/**
 * One line for each record, with the kinds of its findings; then one for each finding, which says both sides and what
 * to do. The first column tells them apart: a finding's begins with "Finding".
 */
export function* csvReport(report: Report): Generator<string> {
    yield toCsv(HEADER, []);
    for (const row of report.rows()) {
        const cells = COLUMNS.map((column) => String(row[column] ?? ''));
        yield line([...cells, recordUrl(report, row) ?? '', row.findings.join(' '), '', '', '', '']);
    }
    for (const finding of report.findings()) {
        const { object, id, number, order, reference, url, kind, severity, salesforce, stripe, nextStep } = finding;
        const values: Partial<Record<(typeof COLUMNS)[number], string | null>> = {
            object: `Finding on ${object}`,
            id,
            number,
            order,
            reference,
            url
        };
        const cells = COLUMNS.map((column) => values[column] ?? '');
        yield line([...cells, recordUrl(report, finding) ?? '', kind, severity, salesforce, stripe, nextStep]);
    }
}

/** The header is left to the first line. */
function line(cells: readonly string[]): string {
    return toCsv(cells, []);
}
