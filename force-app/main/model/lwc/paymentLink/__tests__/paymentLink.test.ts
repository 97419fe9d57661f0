import { linkPayment } from 'c/paymentLink';
import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { ContextEvidence } from 'c/stripeContext';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const PROOF: ContextEvidence = { source: 'recordFields', account: ACCOUNT, mode: 'live' };
const SANDBOX: ContextEvidence = { source: 'orgDefault', mode: 'test' };

function linkOf(
    objectName: PaymentRecord['objectName'],
    records: Partial<PaymentRecords>,
    evidence: ContextEvidence[]
) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [start] = index.byObject[objectName];
    return start && linkPayment(start, index, evidence).link;
}

describe('linkPayment', () => {
    const authorizations = [{ Id: 'authorization', GatewayRefNumber: 'pi_3Mtw' }];
    const payments = [{ Id: 'payment', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'authorization' }];

    it('is sure of the own page in a proven account and mode', () => {
        expect(linkOf('PaymentAuthorization', { authorizations }, [PROOF])).toMatchObject({
            url: `https://dashboard.stripe.com/${ACCOUNT}/payments/pi_3Mtw`,
            confidence: 'high'
        });
    });

    it('is less sure where the mode is a default, the account unknown, or evidence disagrees', () => {
        expect(linkOf('PaymentAuthorization', { authorizations }, [SANDBOX])?.confidence).toBe('medium');
        expect(linkOf('PaymentAuthorization', { authorizations }, [{ ...PROOF, account: undefined }])?.confidence).toBe(
            'medium'
        );
        const conflict: ContextEvidence = { source: 'gatewaySetting', mode: 'test' };
        expect(linkOf('PaymentAuthorization', { authorizations }, [PROOF, conflict])?.confidence).toBe('medium');
    });

    it('is less sure of another record’s reference', () => {
        expect(linkOf('Payment', { authorizations, payments }, [PROOF])?.confidence).toBe('medium');
    });

    it('is unsure where the mode is unknown, or it can only search', () => {
        expect(linkOf('PaymentAuthorization', { authorizations }, [])?.confidence).toBe('low');
        expect(
            linkOf('Payment', { payments: [{ Id: 'payment', GatewayRefNumber: 'txn_1' }] }, [PROOF])?.confidence
        ).toBe('low');
    });

    it('has no link where there is nothing to open', () => {
        expect(linkOf('Payment', { payments }, [PROOF])).toBeUndefined();
    });
});
