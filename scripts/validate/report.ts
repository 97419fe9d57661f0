import type { Finding } from './finding.ts';
import type { Check } from './runChecks.ts';

/** The findings check by check, then a table that has a line for each check. */
export function reportOf(checks: readonly Check[], findings: readonly Finding[]): string {
    const lines = checks.flatMap(({ name }) => {
        const own = findings.filter(({ check }) => check === name);
        return own.length === 0 ? [] : [`\n${name}`, ...own.map(lineOf)];
    });
    const width = Math.max(...checks.map(({ name }) => name.length));
    const table = checks.map(({ name, proves }) => {
        const count = findings.filter(({ check }) => check === name).length;
        return `${count === 0 ? '✓' : '✗'} ${name.padEnd(width)}  ${String(count).padStart(4)}  ${proves}`;
    });
    return [...lines, '', ...table, '', summaryOf(findings.length), ''].join('\n');
}

function lineOf({ file, line, message, severity }: Finding): string {
    return `  ${file}${line === undefined ? '' : `:${line}`}  [${severity}] ${message}`;
}

function summaryOf(count: number): string {
    return count === 1 ? '1 finding' : `${count === 0 ? 'No' : count} findings`;
}
