import { oneLine } from 'c/plainFormat';
import type { Finding } from '../judge/findings.ts';
import { FINDING_KINDS, titleOf } from '../judge/findings.ts';
import type { Report } from './report.ts';
import type { TotalsTable } from './totalsTables.ts';
import { headline, totalsTables } from './totalsTables.ts';

const HEADER = ['Order', 'Record', 'Salesforce', 'Stripe'] as const;
const INDENT = '  ';
const LINE_LENGTH = 80;

/** Findings and totals for a terminal. The records one by one are in CSV and JSON. */
export function* tableReport(report: Report): Generator<string> {
    yield `${wrap(headline(report), '')}\n`;
    yield* findingsTables(report);
    for (const table of totalsTables(report)) {
        yield `\n${totalsText(table)}`;
    }
}

/** A table for each kind. Findings are read twice, since there may be more of them than memory holds. */
function* findingsTables(report: Report): Generator<string> {
    const widths = HEADER.map((name) => name.length);
    for (const finding of report.findings()) {
        cellsOf(finding).forEach((cell, column) => {
            widths[column] = Math.max(widths[column] ?? 0, cell.length);
        });
    }
    let kind: string | undefined;
    for (const finding of report.findings()) {
        if (finding.kind !== kind) {
            kind = finding.kind;
            yield `\n${kindText(finding.kind, report)}${INDENT}${line(HEADER, widths, HEADER.length)}`;
        }
        yield `${INDENT}${line(cellsOf(finding), widths, HEADER.length)}${INDENT}${INDENT}${whereText(finding)}\n`;
    }
}

function kindText(kind: Finding['kind'], { totals }: Report): string {
    const { severity, meaning, nextStep } = FINDING_KINDS[kind];
    const count = totals.findings[kind];
    const title = `${titleOf(kind)}: ${count} ${severity}${count === 1 ? '' : 's'}`;
    return `${title}\n${wrap(meaning, INDENT)}\n${wrap(`Next: ${nextStep}`, INDENT)}\n`;
}

function cellsOf({ order, number, otherRecords, salesforce, stripe }: Finding): string[] {
    const others = otherRecords === 0 ? '' : ` and ${otherRecords} more`;
    return [order ?? '', `${number}${others}`, salesforce, stripe].map(oneLine);
}

/** Most links end with the reference. */
function whereText({ object, id, reference, url }: Finding): string {
    if (url !== null && reference !== null && url.includes(reference)) {
        return url;
    }
    return [reference ?? `${object} ${id}`, url ?? ''].join(' ').trimEnd();
}

function totalsText({ caption, header, rows, firstFigure }: TotalsTable): string {
    const widths = header.map((_name, column) =>
        Math.max(...[header, ...rows].map((row) => (row[column] ?? '').length))
    );
    return [`${caption}\n`, ...[header, ...rows].map((row) => line(row, widths, firstFigure))].join('');
}

/** A line of a table; columns from `firstFigure` on are figures. */
function line(cells: readonly string[], widths: readonly number[], firstFigure: number): string {
    const padded = cells.map((cell, column) => {
        const width = widths[column] ?? 0;
        return column < firstFigure ? cell.padEnd(width) : cell.padStart(width);
    });
    return `${padded.join('  ').trimEnd()}\n`;
}

/** Breaks a text between words, so that a terminal does not break it within. */
function wrap(text: string, indent: string): string {
    const lines = [''];
    for (const word of text.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && indent.length + last.length + 1 + word.length > LINE_LENGTH) {
            lines.push(word);
        } else {
            lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
        }
    }
    return lines.map((each) => `${indent}${each}`).join('\n');
}
