import fs from 'node:fs';

/** PaymentGatewayLog.Request and Response, in characters. */
const LARGEST_BODY = 131_072;

const SAMPLE = new URL('../../scripts/local-org/sample-data/PaymentGatewayLogs-large.json', import.meta.url);

/**
 * Texts as long as the field takes: the sample of a long order, a list of charges, one that is cut off, a form, a message
 * of HTTP with one, lines of a log, and what exports hold: a body as a text in JSON, and rows of a CSV file.
 */
export function bodies(): Record<string, string> {
    const sample = (JSON.parse(fs.readFileSync(SAMPLE, 'utf8')) as { records: { Response: string }[] }).records[0];
    const order = sample?.Response ?? '';
    return {
        'json of a long order': order,
        'json of charges': fill((count) => JSON.stringify({ object: 'list', data: range(count).map(charge) })),
        'cut off json': `{"data":[${order},${order}]}`.slice(0, LARGEST_BODY),
        'json in json': fill((count) =>
            JSON.stringify({ Response: JSON.stringify(range(count).map(charge), null, 2) })
        ),
        csv: fill((count) => range(count).map(row).join('\n')),
        form: fill((count) => range(count).map(item).join('&')),
        'http with a form': fill((count) => REQUEST + range(count).map(item).join('&')),
        text: fill((count) => range(count).map(line).join('\n'))
    };
}

const REQUEST = 'POST /v1/payment_intents HTTP/1.1\r\nHost: api.stripe.com\r\nAuthorization: Bearer abc123def\r\n\r\n';

/** The longest text of this kind that is no longer than the field. */
function fill(make: (count: number) => string): string {
    const perItem = make(101).length - make(100).length;
    let count = Math.floor(LARGEST_BODY / perItem) + 1;
    while (make(count).length > LARGEST_BODY) {
        count -= 1;
    }
    return make(count);
}

function range(count: number): number[] {
    return Array.from({ length: count }, (_, index) => index);
}

function charge(index: number) {
    const body = `3MmlLrLkdIwHu7ix0sn${String(index).padStart(5, '0')}`;
    return {
        id: `ch_${body}`,
        object: 'charge',
        amount: 1000 + index,
        billing_details: {
            address: { city: 'Fairhaven', country: 'US', line1: '18 Juniper Row', postal_code: '97001' },
            email: `person${index}@example.com`,
            name: 'Imani Okello',
            phone: '+1 202 555 0112'
        },
        created: 1788868968 + index,
        currency: 'usd',
        description: `Order ${index}, thank you`,
        livemode: false,
        metadata: { order_id: String(index).padStart(8, '0'), note: 'leave at the door' },
        payment_intent: `pi_${body}`,
        payment_method_details: {
            card: { brand: 'visa', exp_month: 12, exp_year: 2030, fingerprint: 'U2Gk5FEBQZmTpMq2', last4: '4242' },
            type: 'card'
        },
        receipt_url: `https://pay.stripe.com/receipts/payment/CAcaFwoVYWNjdF8d${index}`,
        status: 'succeeded'
    };
}

function item(index: number): string {
    return `items[${index}][price]=price_1MoBy5LkdIwHu7ixZhnattbh&items[${index}][description]=Meadow+stool%2C+small&items[${index}][email]=person${index}%40example.com`;
}

function row(index: number): string {
    return `0aX${index},Capture,"${JSON.stringify(charge(index)).replaceAll('"', '""')}",Success`;
}

function line(index: number): string {
    return `2026-10-06T06:30:00.000Z INFO capture of pi_3MtwBwLkdIwHu7ix28a3tq${index} for person${index}@example.com: requires_capture, amount ${index}`;
}
