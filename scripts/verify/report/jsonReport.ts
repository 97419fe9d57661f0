import type { Report } from './report.ts';

/** Counts up when a field of the report goes or changes its meaning; new fields may come. */
const VERSION = 1;

/** One JSON object; each finding, record and change on a line of its own. */
export function* jsonReport(report: Report): Generator<string> {
    const { org, orgUrl, account, mode, totals } = report;
    yield `{"version":${VERSION},"org":${JSON.stringify(org)},"orgUrl":${JSON.stringify(orgUrl)},\n`;
    yield `"account":${JSON.stringify(account)},"mode":${JSON.stringify(mode)},\n`;
    yield `"totals":${JSON.stringify(totals)},\n`;
    yield* list('findings', report.findings());
    yield ',\n';
    yield* list('records', report.rows());
    yield ',\n';
    yield* list('changes', report.changes());
    yield '}\n';
}

function* list(name: string, items: Iterable<unknown>): Generator<string> {
    yield `"${name}":[`;
    let separator = '\n';
    for (const item of items) {
        yield separator + JSON.stringify(item);
        separator = ',\n';
    }
    yield '\n]';
}
