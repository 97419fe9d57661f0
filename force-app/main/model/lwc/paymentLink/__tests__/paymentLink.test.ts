import { linkPayment } from 'c/paymentLink';
import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const PROOF = { stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' };
const AUTHORIZATION = { Id: 'authorization', GatewayRefNumber: 'pi_3Mtw' };
const PAYMENT = { Id: 'payment', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'authorization' };

function linkOf(objectName: PaymentRecord['objectName'], records: Partial<PaymentRecords>, settings = NO_SETTINGS) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [start] = index.byObject[objectName];
    if (!start) {
        throw new Error(`No ${objectName} to link.`);
    }
    return linkPayment(start, index, settings);
}

describe('linkPayment', () => {
    const linkOfAuthorization = (fields: object, settings = NO_SETTINGS) =>
        linkOf('PaymentAuthorization', { authorizations: [{ ...AUTHORIZATION, ...fields }] }, settings);

    it('is sure of the own page in a proven account and mode', () => {
        expect(linkOfAuthorization(PROOF).link).toMatchObject({
            url: `https://dashboard.stripe.com/${ACCOUNT}/payments/pi_3Mtw`,
            confidence: 'high'
        });
    });

    it('is less sure where the mode is a default, the account unknown, or evidence disagrees', () => {
        const sandbox = { ...NO_SETTINGS, isSandbox: true };
        expect(linkOfAuthorization({ stripeAccountId__c: ACCOUNT }, sandbox).link?.confidence).toBe('medium');
        expect(linkOfAuthorization({ stripeAccountType__c: 'STRIPE_LIVE' }).link?.confidence).toBe('medium');
        const conflict = { ...PROOF, GatewayRefDetails: '{"livemode": false}' };
        expect(linkOfAuthorization(conflict).link?.confidence).toBe('medium');
    });

    it('is less sure of another record’s reference, and of a page that only one project knows', () => {
        const records = { authorizations: [{ ...AUTHORIZATION, ...PROOF }], payments: [PAYMENT] };
        expect(linkOf('Payment', records).link?.confidence).toBe('medium');
        expect(linkOfAuthorization({ ...PROOF, GatewayRefNumber: 'src_1MiN3g' }).link?.confidence).toBe('medium');
    });

    it('is unsure where the mode is unknown, or it can only search', () => {
        expect(linkOfAuthorization({ stripeAccountId__c: ACCOUNT }).link?.confidence).toBe('low');
        expect(linkOfAuthorization({ ...PROOF, GatewayRefNumber: 'txn_1' }).link?.confidence).toBe('low');
    });

    it('has no link where there is nothing to open', () => {
        expect(linkOf('Payment', { payments: [PAYMENT] }).link).toBeUndefined();
    });

    it('takes the mode from an id that names it, before all other evidence', () => {
        const { link, context } = linkOfAuthorization({ ...PROOF, GatewayRefNumber: 'cs_test_a1b2' });
        expect(link?.url).toContain('/test/');
        expect(context).toMatchObject({ mode: 'test', modeSource: 'reference', conflicts: [{ mode: 'live' }] });
    });

    it('hints at an id that looks like another account’s, where the account is known', () => {
        const id = { GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' };
        expect(linkOfAuthorization({ ...PROOF, ...id }).looksLikeOtherAccount).toBe(true);
        expect(linkOfAuthorization(id).looksLikeOtherAccount).toBeUndefined();
    });
});
