import type { StripeMode } from 'c/gatewayReference';
import type { PaymentLink } from 'c/paymentLink';
import { linkPayment } from 'c/paymentLink';
import type { PaymentRecord } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';
import type { ResolveRequest } from './request.ts';

const START_ID = 'reference';

/** Values of stripeAccountType__c. */
const ACCOUNT_TYPES: Readonly<Record<StripeMode, string>> = { live: 'STRIPE_LIVE', test: 'STRIPE_TEST' };

const NOTHING_AROUND = new RecordIndex(NO_RECORDS);

/**
 * Asks the model, as if the reference stood in a record with the given account and mode in its own fields.
 * In `trace`, the record of the n-th related reference has the id n, counted from 1.
 */
export function resolveRequest(request: ResolveRequest): PaymentLink {
    return linkPayment(toRecord(request), recordsAround(request), NO_SETTINGS);
}

/** A refund, because it alone may come from any number of other records. */
function toRecord({ reference, account, mode }: ResolveRequest): PaymentRecord {
    const record = {
        Id: START_ID,
        GatewayRefNumber: reference,
        stripeAccountId__c: account,
        stripeAccountType__c: mode && ACCOUNT_TYPES[mode]
    };
    return { objectName: 'Refund', record };
}

function recordsAround({ orderNumber, related }: ResolveRequest): RecordIndex {
    if (orderNumber === undefined && related.length === 0) {
        return NOTHING_AROUND;
    }
    const payments = related.map((reference, index) => ({ Id: String(index + 1), GatewayRefNumber: reference }));
    return new RecordIndex({
        ...NO_RECORDS,
        summary: { Id: 'summary', OrderSummary: { OrderNumber: orderNumber } },
        payments,
        refundLines: payments.map(({ Id }) => ({ Id: `line ${Id}`, RefundId: START_ID, PaymentId: Id }))
    });
}
