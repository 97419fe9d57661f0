import type { Payment } from 'c/paymentRecord';

/** The first capture; each further one is a minute older. */
const NEWEST = Date.UTC(2026, 8, 30, 12);
const STATUSES = ['Processed', 'Processed', 'Processed', 'Pending', 'Failed'];

/**
 * Payments of one order payment summary, newest first, as Apex returns them: every kind of reference, some of them failed.
 * The same for the same count.
 */
export function makePayments(count: number): Payment[] {
    return Array.from({ length: count }, (_, index) => {
        const status = STATUSES[index % STATUSES.length] ?? '';
        const isFailed = status === 'Failed';
        const instant = new Date(NEWEST - index * 60_000).toISOString();
        return {
            Id: `0aQ${String(index).padStart(12, '0')}AAA`,
            PaymentNumber: `PAY-${String(index).padStart(6, '0')}`,
            CreatedDate: instant,
            GatewayDate: instant,
            GatewayRefNumber: referenceOf(index),
            GatewayResultCode: isFailed ? 'card_declined' : '00',
            GatewayResultCodeDescription: isFailed ? 'Your card has insufficient funds.' : 'Succeeded',
            SfResultCode: isFailed ? 'Decline' : 'Success',
            Amount: 10 + (index % 997) / 4,
            Status: status,
            Type: 'Capture',
            ProcessingMode: 'External',
            PaymentGatewayId: '0b0000000000001AAA',
            stripeAccountId__c: 'acct_1Bench0000000001',
            stripeAccountType__c: 'STRIPE_TEST'
        };
    });
}

function referenceOf(index: number): string {
    const digits = String(index).padStart(17, '0');
    return index % 10 === 9 ? `SF${digits}` : `${index % 3 === 0 ? 'pi' : 'ch'}_3Bench${digits}`;
}

/** A payment as a table shows it that knows nothing of payments. */
export interface PlainRow {
    id: string;
    url: string;
    number: string;
    link: string;
    reference: string;
    amount: number;
    type: string;
    status: string;
    processingMode: string;
    result: string;
    date: string;
}

export function plainRow(payment: Payment): PlainRow {
    const { Id, PaymentNumber = '', GatewayRefNumber = '', Amount = 0, Type = '', Status = '' } = payment;
    const { ProcessingMode = '', GatewayResultCode, GatewayResultCodeDescription, GatewayDate = '' } = payment;
    return {
        id: Id,
        url: `/lightning/r/Payment/${Id}/view`,
        number: PaymentNumber,
        link: `https://dashboard.stripe.com/acct_1Bench0000000001/test/payments/${GatewayRefNumber}`,
        reference: GatewayRefNumber,
        amount: Amount,
        type: Type,
        status: Status,
        processingMode: ProcessingMode,
        result: `${GatewayResultCode} · ${GatewayResultCodeDescription}`,
        date: GatewayDate
    };
}
