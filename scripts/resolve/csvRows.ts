import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MAXIMUM_LINE_LENGTH } from './lines.ts';
import { UserError } from '../command/userError.ts';

/**
 * The rows of a CSV file in UTF-8, the header among them; rows of any number of cells.
 *
 * @throws UserError where the file cannot be opened
 * @throws CsvError where the file stops being CSV
 */
export async function* readCsvRows(file: string): AsyncGenerator<string[]> {
    const rows = parse({
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        max_record_size: MAXIMUM_LINE_LENGTH
    });
    // An error of the file reaches the loop below through the rows.
    pipeline(createReadStream(file), rows, () => {});
    try {
        yield* rows;
    } catch (error) {
        throw toUserError(error, file);
    }
}

function toUserError(error: unknown, file: string): unknown {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
        return new UserError(`There is no file ${file}. Check the path after --csv.`);
    }
    if (code === 'EISDIR') {
        return new UserError(`${file} is a folder. Write the path of a CSV file after --csv.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
        return new UserError(`The file ${file} may not be read by this user. Check its permissions.`);
    }
    return error;
}

/** What is wrong with the CSV itself. The parser's own message may quote the file. */
export function describeCsvError({ code }: CsvError): string {
    if (code === 'CSV_QUOTE_NOT_CLOSED') {
        return 'has a quote that is never closed';
    }
    if (code === 'CSV_MAX_RECORD_SIZE') {
        return `is longer than ${MAXIMUM_LINE_LENGTH} characters, perhaps because of a quote that is not closed`;
    }
    return `is not CSV (${code})`;
}
