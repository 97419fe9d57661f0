import { oneLine } from 'c/plainFormat';
import type { Finding } from '../judge/findings.ts';
import type { Report } from './report.ts';
import type { TotalsTable } from './totalsTables.ts';
import { headline, totalsTables } from './totalsTables.ts';

/** Findings and totals for a terminal. The records one by one are in the other formats. */
export function* tableReport(report: Report): Generator<string> {
    yield `${headline(report)}\n`;
    for (const finding of report.findings()) {
        yield `\n${findingText(finding)}`;
    }
    for (const table of totalsTables(report)) {
        yield `\n${tableText(table)}`;
    }
}

function findingText(finding: Finding): string {
    const { kind, severity, object, number, id, reference, otherRecords } = finding;
    const others = otherRecords === 0 ? '' : ` and ${otherRecords} more`;
    const lines = [
        `${severity}: ${kind}, ${object} ${number} (${id})${others}${reference === null ? '' : `, ${reference}`}`,
        `  ${finding.meaning}`,
        `  Salesforce: ${finding.salesforce}${finding.stripe === '' ? '' : `; Stripe: ${finding.stripe}`}`,
        `  Next: ${finding.nextStep}`,
        ...(finding.url === null ? [] : [`  ${finding.url}`])
    ];
    return `${lines.map((line) => (line.slice(0, 2).trim() === '' ? `  ${oneLine(line)}` : oneLine(line))).join('\n')}\n`;
}

function tableText({ caption, header, rows }: TotalsTable): string {
    const widths = header.map((_name, column) =>
        Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length))
    );
    const line = (cells: readonly string[]) =>
        cells
            .map((cell, column) =>
                column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
            )
            .join('  ');
    return [caption, line(header), ...rows.map(line)].map((each) => `${each.trimEnd()}\n`).join('');
}
