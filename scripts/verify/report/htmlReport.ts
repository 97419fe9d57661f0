import type { Finding } from '../judge/findings.ts';
import { FINDING_KINDS, titleOf } from '../judge/findings.ts';
import type { Report } from './report.ts';
import { recordUrl } from './report.ts';
import type { TotalsTable } from './totalsTables.ts';
import { headline, totalsTables } from './totalsTables.ts';

const STYLE = `
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #181818; background: #fff; }
    h1 { font-size: 1.5rem; line-height: 1.25; }
    h2 { font-size: 1.25rem; margin-block-start: 2.5rem; }
    h3 { font-size: 1rem; margin-block: 2rem .25rem; }
    p { margin-block: .25rem; }
    table { border-collapse: collapse; margin: .75rem 0; }
    caption { text-align: start; font-weight: 600; padding: .25rem 0; }
    th, td { border: 1px solid #c9c9c9; padding: .25rem .5rem; text-align: start; vertical-align: top; }
    thead th { background: #f3f3f3; }
    .totals { display: flex; flex-wrap: wrap; gap: 0 2.5rem; align-items: start; overflow-x: auto; }
    .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .error { color: #8e030f; }
    .warning { color: #6f3400; }
    .scroll { overflow-x: auto; }
    .reference { overflow-wrap: anywhere; min-width: 12rem; }
    a { color: #0b5cab; }
    @media (prefers-color-scheme: dark) {
        body { color: #f3f3f3; background: #181818; }
        thead th { background: #2e2e2e; }
        th, td { border-color: #5c5c5c; }
        .error { color: #feb8ab; }
        .warning { color: #f9d576; }
        a { color: #78b0fd; }
    }
    @media print {
        .scroll { overflow-x: visible; }
        tr { break-inside: avoid; }
    }`;

/** A page that needs nothing else: no script, no picture, no request. */
export function* htmlReport(report: Report): Generator<string> {
    const title = escape(headline(report));
    const began = new Date(report.began).toISOString();
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>Salesforce and Stripe were asked from <time datetime="${began}">${began.slice(0, 16).replace('T', ' ')} UTC</time> on.</p>
<h2>Totals</h2>
<div class="totals" tabindex="0" role="region" aria-label="Totals">
`;
    yield totalsTables(report).map(totalsHtml).join('');
    yield '</div>\n';
    yield* findingsHtml(report);
    yield '</main>\n</body>\n</html>\n';
}

/** A table for each kind. */
function* findingsHtml(report: Report): Generator<string> {
    yield '<h2>Findings</h2>\n';
    let kind: string | undefined;
    for (const finding of report.findings()) {
        if (finding.kind !== kind) {
            yield kind === undefined ? '' : TABLE_END;
            kind = finding.kind;
            yield kindHtml(finding.kind, report);
        }
        yield findingHtml(finding, report);
    }
    yield kind === undefined ? '<p>There is none.</p>\n' : TABLE_END;
}

const TABLE_END = '</tbody>\n</table>\n</div>\n';

function kindHtml(kind: Finding['kind'], { totals }: Report): string {
    const { severity, meaning, nextStep } = FINDING_KINDS[kind];
    const header = ['Order', 'Record', 'Reference', 'Salesforce', 'Stripe'].map(columnHeader).join('');
    return `<h3 id="${kind}">${titleOf(kind)}: ${totals.findings[kind]} <span class="${severity}">${severity}</span></h3>
<p>${escape(meaning)}</p>
<p>Next step: ${escape(nextStep)}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${kind}">
<table>
<thead><tr>${header}</tr></thead>
<tbody>
`;
}

function findingHtml(finding: Finding, report: Report): string {
    const { object, number, order, otherRecords, reference, url } = finding;
    const others = otherRecords === 0 ? '' : ` and ${otherRecords} more`;
    const cells = [
        escape(order ?? ''),
        `${escape(object)}<br>${link(recordUrl(report, finding), number)}${others}`,
        link(url, reference ?? (url === null ? '' : 'Open')),
        escape(finding.salesforce),
        escape(finding.stripe)
    ];
    return `<tr>${cells.map((cell, column) => `<td${column === 2 ? ' class="reference"' : ''}>${cell}</td>`).join('')}</tr>\n`;
}

function link(url: string | null, text: string): string {
    return url === null
        ? escape(text)
        : `<a href="${escape(url)}" target="_blank" rel="noopener noreferrer">${escape(text)}</a>`;
}

function totalsHtml({ caption, header, rows, firstFigure }: TotalsTable): string {
    const body = rows.map(([name = '', ...others]) => {
        const cells = others.map(
            (text, index) => `<td${index + 1 < firstFigure ? '' : ' class="figure"'}>${escape(text)}</td>`
        );
        return `<tr><th scope="row">${escape(name)}</th>${cells.join('')}</tr>\n`;
    });
    return `<table>\n<caption>${escape(caption)}</caption>\n<thead><tr>${header.map(columnHeader).join('')}</tr></thead>
<tbody>\n${body.join('')}</tbody>\n</table>\n`;
}

function columnHeader(name: string): string {
    return `<th scope="col">${escape(name)}</th>`;
}

function escape(text: string): string {
    const names: Readonly<Record<string, string>> = {
        '&': '&amp;',
        '<': '&lt;',
        '>': '&gt;',
        '"': '&quot;',
        "'": '&#39;'
    };
    return text.replace(/[&<>"']/g, (character) => names[character] ?? '');
}
