import { CsvError } from 'csv-parse';
import type { Answer, LineError } from './answer.ts';
import { answer } from './answer.ts';
import type { CsvColumns } from './csvColumns.ts';
import { RowReader } from './csvColumns.ts';
import { describeCsvError, readCsvRows } from './csvRows.ts';
import { UserError } from '../command/userError.ts';

/**
 * Answers a CSV file with a header: one answer or error for each row below it, in order. Where the file stops being
 * CSV, one last error stands for the rest.
 *
 * @throws UserError where the file cannot be opened, is empty, or lacks a column
 */
export async function* answerCsv(file: string, columns: CsvColumns): AsyncGenerator<(Answer | LineError)[]> {
    let reader: RowReader | undefined;
    let rowNumber = 0;
    try {
        for await (const row of readCsvRows(file)) {
            if (reader === undefined) {
                reader = new RowReader(row, columns);
            } else {
                rowNumber += 1;
                yield [answerRow(reader, row, rowNumber)];
            }
        }
    } catch (error) {
        if (!(error instanceof CsvError)) {
            throw error;
        }
        const problem = `Row ${rowNumber + 1} ${describeCsvError(error)}. Correct it: nothing was read from there on.`;
        if (reader === undefined) {
            throw new UserError(problem);
        }
        yield [{ error: problem }];
    }
    if (reader === undefined) {
        throw new UserError(`The file ${file} is empty. Its first row must hold the names of the columns.`);
    }
}

function answerRow(reader: RowReader, row: readonly string[], rowNumber: number): Answer | LineError {
    return answer(`Row ${rowNumber}`, () => reader.read(row));
}
