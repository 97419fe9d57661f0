import { NO_RECORDS, type Payment, type PaymentGatewayLog } from 'c/paymentRecord';
import { paymentTimeline } from 'c/paymentTimeline';
import { makePayments } from '../lists/records.ts';
import { saveResults } from '../results.ts';
import { summarize } from '../statistics.ts';

/** How long it takes to tell 5,000 payments and the 5,000 gateway logs of them as a timeline, in milliseconds. */
const RUNS = 9;
const PAYMENTS = 5_000;

const payments = makePayments(PAYMENTS);
const records = { ...NO_RECORDS, payments, logs: payments.map(logOf) };
const now = Date.UTC(2026, 9, 1);
const events = paymentTimeline(records, now).length;
const milliseconds = summarize(Array.from({ length: RUNS }, measure));
saveResults(import.meta.url, { records: PAYMENTS * 2, events, milliseconds });
process.stdout.write(`${PAYMENTS * 2} records, ${events} events: ${milliseconds.median} ms\n`);

function measure(): number {
    const start = performance.now();
    paymentTimeline(records, now);
    return performance.now() - start;
}

function logOf({ Id, GatewayRefNumber, CreatedDate, GatewayResultCode, Status }: Payment): PaymentGatewayLog {
    return {
        Id: `0XR${Id.slice(3)}`,
        PaymentGatewayLogNumber: `PGL-${Id.slice(9, 15)}`,
        ReferencedEntityId: Id,
        InteractionType: 'Capture',
        InteractionStatus: Status === 'Failed' ? 'Failed' : 'Success',
        GatewayRefNumber,
        GatewayResultCode,
        CreatedDate
    };
}
