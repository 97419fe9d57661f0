import type { Finding } from '../judge/findings.ts';
import type { Report } from './report.ts';
import type { TotalsTable } from './totalsTables.ts';
import { headline, totalsTables } from './totalsTables.ts';

const STYLE = `
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #181818; background: #fff; }
    table { border-collapse: collapse; margin: 1.5rem 0; }
    caption { text-align: start; font-weight: 600; padding: .25rem 0; }
    th, td { border: 1px solid #c9c9c9; padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
    thead th { background: #f3f3f3; }
    .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .error { color: #8e030f; font-weight: 600; }
    .warning { color: #6f3400; font-weight: 600; }
    .scroll { overflow-x: auto; }
    a { color: #0b5cab; }
    @media (prefers-color-scheme: dark) {
        body { color: #f3f3f3; background: #181818; }
        thead th { background: #2e2e2e; }
        th, td { border-color: #5c5c5c; }
        .error { color: #feb8ab; }
        .warning { color: #f9d576; }
        a { color: #78b0fd; }
    }`;

/** A page that needs nothing else: no script, no picture, no request. */
export function* htmlReport(report: Report): Generator<string> {
    const title = escape(headline(report));
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
<h2>Totals</h2>
`;
    yield totalsTables(report).map(totalsHtml).join('');
    yield* findingsHtml(report);
    yield '</main>\n</body>\n</html>\n';
}

function* findingsHtml(report: Report): Generator<string> {
    yield '<h2>Findings</h2>\n';
    let isEmpty = true;
    for (const finding of report.findings()) {
        if (isEmpty) {
            isEmpty = false;
            yield '<div class="scroll" tabindex="0" role="region" aria-label="Findings">\n<table>\n<thead><tr>';
            yield ['Finding', 'Record', 'Reference', 'Salesforce', 'Stripe', 'Next step'].map(columnHeader).join('');
            yield '</tr></thead>\n<tbody>\n';
        }
        yield findingHtml(finding);
    }
    yield isEmpty ? '<p>There is none.</p>\n' : '</tbody>\n</table>\n</div>\n';
}

function findingHtml(finding: Finding): string {
    const { severity, kind, meaning, object, number, id, otherRecords, reference, url } = finding;
    const shown = escape(reference ?? (url === null ? '' : 'Open'));
    const cells = [
        `<span class="${severity}">${severity}: ${escape(kind)}</span><br>${escape(meaning)}`,
        `${escape(object)}<br>${escape(number)}<br>${escape(id)}${otherRecords === 0 ? '' : `<br>and ${otherRecords} more`}`,
        url === null ? shown : `<a href="${escape(url)}" target="_blank" rel="noopener noreferrer">${shown}</a>`,
        escape(finding.salesforce),
        escape(finding.stripe),
        escape(finding.nextStep)
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function totalsHtml({ caption, header, rows }: TotalsTable): string {
    const body = rows.map(([name = '', ...figures]) => {
        const cells = figures.map((figure) => `<td class="figure">${escape(figure)}</td>`).join('');
        return `<tr><th scope="row">${escape(name)}</th>${cells}</tr>\n`;
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
