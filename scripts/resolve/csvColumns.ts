import { maskSecrets } from 'c/gatewayReference';
import { BadLine } from './badLine.ts';
import { UserError } from '../command/userError.ts';

/** The names of the columns that hold the keys of a request. */
export interface CsvColumns {
    reference: string;
    account?: string;
    mode?: string;
    orderNumber?: string;
}

/** Values of stripeAccountType__c, as an export of that field has them. */
const MODES: ReadonlyMap<string, string> = new Map([
    ['STRIPE_LIVE', 'live'],
    ['STRIPE_TEST', 'test']
]);

/** Turns the rows of a CSV file into requests. */
export class RowReader {
    private readonly width: number;
    private readonly positions: readonly (readonly [key: string, position: number])[];

    /** @throws UserError where the header lacks a column, or has it twice */
    constructor(header: readonly string[], columns: CsvColumns) {
        this.width = header.length;
        this.positions = Object.entries(columns)
            .filter(([, name]) => name !== undefined)
            .map(([key, name]) => [key, positionOf(name, header)]);
    }

    /**
     * The request of a row, to be checked like one of JSON. An empty cell is a key left out.
     * @throws BadLine where the row has more or fewer cells than the header, so that none can be trusted
     */
    read(row: readonly string[]): Record<string, string | undefined> {
        if (row.length !== this.width) {
            throw new BadLine(
                `has ${row.length} cells, but the header has ${this.width}`,
                'Put cells that hold a comma or a line break in quotes.'
            );
        }
        const cells = this.positions.map(([key, position]) => [key, row[position] || undefined]);
        const request: Record<string, string | undefined> = Object.fromEntries(cells);
        return { ...request, mode: MODES.get(request.mode ?? '') ?? request.mode };
    }
}

function positionOf(name: string, header: readonly string[]): number {
    const position = header.indexOf(name);
    if (position === -1) {
        throw new UserError(`There is no column "${name}" in the file. Its columns are: ${listNames(header)}.`);
    }
    if (header.includes(name, position + 1)) {
        throw new UserError(`There is more than one column "${name}" in the file. Rename all but one of them.`);
    }
    return position;
}

/** In a file without a header the first row is data, so that it is masked, and cannot disturb a terminal. */
function listNames(header: readonly string[]): string {
    return header.map((name) => `"${maskSecrets(name).replace(/\p{C}/gu, '?')}"`).join(', ');
}
