import { SAMPLE_DATA } from '../../scripts/local-org/server/startLocalOrg.ts';
import { LocalOrg } from '../../scripts/local-org/localOrg.ts';
import { saveResults } from '../results.ts';

/**
 * What is read to show the gateway logs of an order payment summary that has 1,000 of them: by the query that selects
 * every column, request and response too, and by ours, which reads a page of 200 rows without bodies.
 */
const LOGS = 1_000;
const PAGE = 200;
/** Characters of a request and of a response: of an error, of a payment intent with its charge, and as long as can be. */
const BODIES = { '1 KB': [200, 1_200], '8 KB': [300, 8_000], '128 KB': [131_072, 131_072] } as const;
const REQUIRED = 50;

const figures: Record<string, { everyColumn: number; ours: number; ratio: number; ratioOfARow: number }> = {};
for (const [name, [request, response]] of Object.entries(BODIES)) {
    figures[name] = measure(request, response);
    const { everyColumn, ours, ratio, ratioOfARow } = figures[name];
    process.stdout.write(
        `Bodies of ${name}: ${everyColumn} bytes in every column, ${ours} in ours: ${ratio} times, ${ratioOfARow} times for a row\n`
    );
}
saveResults(import.meta.url, { logs: LOGS, page: PAGE, bytes: figures });
process.stdout.write(`Required: ${REQUIRED} times fewer with bodies of 8 KB.\n`);
process.exitCode = (figures['8 KB']?.ratio ?? 0) < REQUIRED ? 1 : 0;

function measure(request: number, response: number) {
    const org = LocalOrg.open({ dataPaths: [SAMPLE_DATA], sourceDirectory: 'force-app/main' });
    const [summary] = org.query('SELECT Id FROM OrderPaymentSummary LIMIT 1').records;
    const orderPaymentSummaryId = String(summary?.['Id']);
    const before = org.query('SELECT Id FROM PaymentGatewayLog WHERE OrderPaymentSummaryId = :id', {
        id: orderPaymentSummaryId
    }).records.length;
    for (let number = before; number < LOGS; number += 1) {
        org.insert('PaymentGatewayLog', {
            OrderPaymentSummaryId: orderPaymentSummaryId,
            InteractionType: 'Capture',
            InteractionStatus: 'Success',
            GatewayRefNumber: `pi_3Bench${String(number).padStart(17, '0')}`,
            GatewayResultCode: 'succeeded',
            GatewayMessage: 'Succeeded',
            Request: 'r'.repeat(request),
            Response: 'r'.repeat(response)
        });
    }
    const columns = org.schema.object('PaymentGatewayLog').fields.map((field) => field.name);
    const everyColumn = bytesOf(
        org.query(`SELECT ${columns} FROM PaymentGatewayLog WHERE OrderPaymentSummaryId = :id`, {
            id: orderPaymentSummaryId
        })
    );
    const page = org.callApex('OrderPaymentReader', 'getGatewayLogs', {
        orderPaymentSummaryIds: [orderPaymentSummaryId],
        createdBefore: '4000-12-31T00:00:00.000Z',
        beforeId: null,
        pageSize: PAGE
    });
    org.close();
    const ours = bytesOf(page);
    return {
        everyColumn,
        ours,
        ratio: Math.round(everyColumn / ours),
        ratioOfARow: Math.round((everyColumn / LOGS / (ours / PAGE)) * 10) / 10
    };
}

function bytesOf(answer: unknown): number {
    return Buffer.byteLength(JSON.stringify(answer));
}
