import currencyOfOrg from '@salesforce/i18n/currency';
import dateLabel from '@salesforce/label/c.Payments_Column_Date';
import currencyLabel from '@salesforce/label/c.Payments_Export_Currency';
import linkLabel from '@salesforce/label/c.Payments_Export_Link';
import leadsToLabel from '@salesforce/label/c.Payments_Export_LinkLeadsTo';
import { toCsv } from 'c/csv';
import { concealReasons } from 'c/declineAdvice';
import { formatLabel, shownText } from 'c/displayFormat';
import type { Cell, Column, ReferenceView, Row } from 'c/paymentRows';
import { plainAmount, utcInstant } from 'c/plainFormat';

/**
 * The rows of a list as CSV, in the columns and the order in which the list shows them. An amount is a plain decimal
 * beside its currency code, a date is in UTC, and a reference is followed by its link and where that leads.
 * Secrets, personal data and confidential reasons are not in it. The caller adds the byte order mark.
 *
 * @param currency ISO 4217 code of the amounts; by default the org's, which in an org with a single currency is all
 */
export function rowsToCsv(columns: readonly Column[], rows: readonly Row[], currency: string = currencyOfOrg): string {
    const toText = (text = '') => concealReasons(shownText(text));
    const body = rows.map((row) => columns.flatMap(({ key }) => cellsOf(key, row.cells[key], currency, toText)));
    return toCsv(columns.flatMap(headersOf), body);
}

function headersOf({ key, label }: Column): string[] {
    switch (key) {
        case 'amount':
            return [label, currencyLabel];
        case 'date':
            return [formatLabel(dateLabel, 'UTC')];
        case 'reference':
            return [label, linkLabel, leadsToLabel];
        default:
            return [label];
    }
}

/** Amounts and dates are made of numbers alone and not redacted: a large amount may look like a card number. */
function cellsOf(
    key: Column['key'],
    cell: Cell | undefined,
    currency: string,
    toText: (text?: string) => string
): string[] {
    const value = typeof cell?.sortValue === 'number' ? cell.sortValue : undefined;
    switch (key) {
        case 'amount':
            return value === undefined ? ['', ''] : [plainAmount(value, currency), currency];
        case 'date':
            return [(value !== undefined && utcInstant(value)) || ''];
        case 'reference':
            return [toText(cell?.text), toText(cell?.reference?.url), leadsTo(cell?.reference, toText)];
        case 'result':
            return [toText(cell?.failure?.isConfidential ? cell.failure.shareable : cell?.text)];
        default:
            return [toText(cell?.text)];
    }
}

/** Where the link leads, and what speaks against it. */
function leadsTo(reference: ReferenceView | undefined, toText: (text?: string) => string): string {
    const parts = [reference?.description, reference?.warning].filter((part) => part !== undefined);
    return parts.map(toText).join('. ');
}
