import badInput from '@salesforce/label/c.Payments_Error_BadInput';
import network from '@salesforce/label/c.Payments_Error_Network';
import noPermission from '@salesforce/label/c.Payments_Error_NoPermission';
import notFound from '@salesforce/label/c.Payments_Error_NotFound';
import server from '@salesforce/label/c.Payments_Error_Server';
import type { DataError, DataErrorKind } from 'c/dataError';
import { redactText } from 'c/redaction';

const TEXTS: Readonly<Record<DataErrorKind, string>> = { badInput, network, noPermission, notFound, server };

/** What went wrong and what can be done, then the server's own words where there are any. */
export function errorInWords({ kind, message }: DataError): string {
    return [TEXTS[kind], redactText(message)].filter(Boolean).join(' ');
}
