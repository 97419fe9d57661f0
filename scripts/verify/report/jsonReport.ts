import type { Report } from './report.ts';

/** One JSON object; each finding, record and change on a line of its own. */
export function* jsonReport(report: Report): Generator<string> {
    const { org, account, mode, totals } = report;
    yield `{"org":${JSON.stringify(org)},"account":${JSON.stringify(account)},"mode":${JSON.stringify(mode)},\n`;
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
