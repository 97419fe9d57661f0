import { oneLine } from 'c/plainFormat';

/** What begins a formula, also as full-width, small and mathematical signs, which some spreadsheets read alike. */
const FORMULA_SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212';

/**
 * Where a formula would begin: at the start of a cell, and behind a semicolon, at which spreadsheets of many countries
 * split a line. White space and quotes may stand between.
 * Source: owasp.org/www-community/attacks/CSV_Injection; it names tab and carriage return too, which `oneLine` takes out.
 */
const FORMULA_START = new RegExp(`(^|;)(?=[\\s"'“”‘’„‚«»\`]*[${FORMULA_SIGNS}])`, 'g');

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A table as CSV (RFC 4180): every cell in quotes, lines end with CRLF, also the last.
 *
 * Cells are made safe to open in a spreadsheet: control and other invisible characters are taken out, line breaks become
 * spaces, and an apostrophe is put before whatever would begin a formula. Plain numbers such as -12.50 stay as they are.
 * The byte order mark that some spreadsheets need to recognise UTF-8 is the caller's.
 *
 * @throws RangeError if a row has not as many cells as the header
 */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
    return [header, ...rows]
        .map((cells, index) => {
            if (cells.length !== header.length) {
                throw new RangeError(`Row ${index} has ${cells.length} cells, but the header has ${header.length}.`);
            }
            return `${cells.map(toCell).join(',')}\r\n`;
        })
        .join('');
}

function toCell(text: string): string {
    return `"${withoutFormula(oneLine(text)).replaceAll('"', '""')}"`;
}

function withoutFormula(text: string): string {
    return PLAIN_NUMBER.test(text) ? text : text.replace(FORMULA_START, "$1'");
}
