import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from 'c/csv';
import { oneLine } from 'c/plainFormat';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/** Texts that are made of what troubles CSV and spreadsheets, and any others. */
const hostileText = fc.oneof(
    fc.string({ unit: fc.constantFrom(...SIGNS, '"', "'", ',', ';', ' ', '\t', '\r', '\n', '\u200B', '1', '.', 'a') }),
    fc.string({ unit: 'binary' })
);
const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
        fc.array(fc.array(hostileText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })
    );

function cellsOf(csv: string): string[][] {
    return parse(csv, { record_delimiter: '\r\n' });
}

function csvOf([header = [], ...rows]: string[][]): string {
    return toCsv(header, rows);
}

/** The text that a cell was made from: without an apostrophe before what looks like a formula. */
function unguarded(cell: string): string {
    return cell.replace(/(^|;)'(?=[\s"'“”‘’„‚«»`]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/g, '$1');
}

describe('toCsv', () => {
    it('writes every cell in quotes and ends every line with CRLF', () => {
        expect(toCsv(['a', 'b "c"'], [['1,5', '']])).toBe('"a","b ""c"""\r\n"1,5",""\r\n');
    });

    it('writes a header alone', () => {
        expect(toCsv(['a'], [])).toBe('"a"\r\n');
    });

    it('can be read back, but for the apostrophes', () => {
        fc.assert(
            fc.property(table, (rows) => {
                const read = cellsOf(csvOf(rows)).map((cells) => cells.map(unguarded));
                expect(read).toEqual(rows.map((cells) => cells.map(oneLine)));
            })
        );
    });

    it('lets no cell begin with a formula, also behind quotes or white space, nor where a semicolon splits a line', () => {
        fc.assert(
            fc.property(table, (rows) => {
                const texts = cellsOf(csvOf(rows))
                    .flat()
                    .filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell));
                expect(texts.flatMap((cell) => cell.split(';')).filter(beginsWithFormula)).toEqual([]);
            })
        );
    });

    function beginsWithFormula(text: string): boolean {
        const first = [...text].find((character) => !/[\s"“”‘’„‚«»`]/.test(character)) ?? '';
        return SIGNS.includes(first) || /^[\t\r\n]/.test(text);
    }

    it('has no control character but the line ends, and can be written as UTF-8', () => {
        fc.assert(
            fc.property(table, (rows) => {
                const csv = csvOf(rows);
                expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
                expect(csv.split('\r\n')).toHaveLength(rows.length + 1);
                expect(Buffer.from(csv, 'utf8').toString('utf8')).toBe(csv);
            })
        );
    });

    it.each(['0', '-12.50', '12', '00000102'])('leaves the number %s as it is', (number) => {
        expect(toCsv(['a'], [[number]])).toBe(`"a"\r\n"${number}"\r\n`);
    });

    it.each([
        ['=1+1', "'=1+1"],
        ['+1', "'+1"],
        ['-2+3', "'-2+3"],
        ['-1e5', "'-1e5"],
        ['@SUM(A1)', "'@SUM(A1)"],
        ['\t=1', "'=1"],
        ['\r\n=1', "'=1"],
        ['\u200B=1', "'=1"],
        ['  "=1"', `'"=1"`],
        ["'=1", "''=1"],
        ['＝1', "'＝1"],
        ['a;=1; -2', "a;'=1;' -2"],
        ['a,=1', 'a,=1'],
        ['a=1', 'a=1']
    ])('writes %j as %j', (text, written) => {
        expect(cellsOf(toCsv(['a'], [[text]]))).toEqual([['a'], [written]]);
        expect(cellsOf(toCsv([text], []))).toEqual([[written]]);
    });

    it('refuses a row that does not fit the header', () => {
        expect(() => toCsv(['a', 'b'], [['1', '2'], ['3']])).toThrow(
            new RangeError('Row 2 has 1 cells, but the header has 2.')
        );
    });
});
