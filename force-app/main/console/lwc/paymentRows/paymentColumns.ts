import amount from '@salesforce/label/c.Payments_Column_Amount';
import date from '@salesforce/label/c.Payments_Column_Date';
import interaction from '@salesforce/label/c.Payments_Column_Interaction';
import number from '@salesforce/label/c.Payments_Column_Number';
import processingMode from '@salesforce/label/c.Payments_Column_ProcessingMode';
import reference from '@salesforce/label/c.Payments_Column_Reference';
import result from '@salesforce/label/c.Payments_Column_Result';
import status from '@salesforce/label/c.Payments_Column_Status';
import type from '@salesforce/label/c.Payments_Column_Type';
import { formatLabel, timeZone } from 'c/displayFormat';
import type { PaymentObjectName } from 'c/paymentRecord';

export type ColumnKey =
    'amount' | 'date' | 'interaction' | 'number' | 'processingMode' | 'reference' | 'result' | 'status' | 'type';

/** A column of the table. */
export interface Column {
    key: ColumnKey;
    label: string;
    /** Its cells stand to the right. */
    isNumber?: boolean;
    /** Its cells take the width that is left, and several lines; those of the others take one. */
    isLong?: boolean;
}

const COLUMNS: Readonly<Record<ColumnKey, Column>> = {
    amount: { key: 'amount', label: amount, isNumber: true },
    date: { key: 'date', label: formatLabel(date, timeZone) },
    interaction: { key: 'interaction', label: interaction },
    number: { key: 'number', label: number },
    processingMode: { key: 'processingMode', label: processingMode },
    reference: { key: 'reference', label: reference, isLong: true },
    result: { key: 'result', label: result, isLong: true },
    status: { key: 'status', label: status },
    type: { key: 'type', label: type }
};

const MONEY_COLUMNS: readonly ColumnKey[] = [
    'number',
    'reference',
    'amount',
    'status',
    'processingMode',
    'result',
    'date'
];

const COLUMNS_OF_OBJECT: Readonly<Record<PaymentObjectName, readonly ColumnKey[]>> = {
    PaymentAuthorization: MONEY_COLUMNS,
    PaymentAuthAdjustment: MONEY_COLUMNS,
    Payment: ['number', 'reference', 'amount', 'type', 'status', 'processingMode', 'result', 'date'],
    Refund: MONEY_COLUMNS,
    PaymentGatewayLog: ['number', 'reference', 'interaction', 'status', 'result', 'date']
};

/** The columns in which a list of the object shows its records. */
export function columnsOf(objectName: PaymentObjectName): Column[] {
    return COLUMNS_OF_OBJECT[objectName].map((key) => COLUMNS[key]);
}
