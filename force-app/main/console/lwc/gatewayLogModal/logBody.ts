import getGatewayLogBody from '@salesforce/apex/OrderPaymentReader.getGatewayLogBody';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import type { GatewayLogBody } from 'c/paymentRecord';

/** How far the reading of a log's bodies is. */
export interface LogBody {
    status: 'loading' | 'ready' | 'failed';
    request?: string;
    response?: string;
    /** Fields that the user may not read, as 'Object.Field'. */
    hiddenFields: readonly string[];
    error?: DataError;
}

export const LOADING: LogBody = { status: 'loading', hiddenFields: [] };

/** Reads request and response of one log. Never rejects: an error is a state. */
export async function readLogBody(gatewayLogId: string): Promise<LogBody> {
    try {
        const { objectReadable, records, hiddenFields } = await getGatewayLogBody({ gatewayLogId });
        const [record] = records;
        return objectReadable && record
            ? { status: 'ready', ...bodiesOf(record), hiddenFields }
            : {
                  status: 'failed',
                  hiddenFields,
                  error: { kind: objectReadable ? 'notFound' : 'noPermission', message: '' }
              };
    } catch (error) {
        return { status: 'failed', hiddenFields: [], error: toDataError(error) };
    }
}

function bodiesOf({ Request, Response }: GatewayLogBody): Pick<LogBody, 'request' | 'response'> {
    return { request: Request, response: Response };
}
