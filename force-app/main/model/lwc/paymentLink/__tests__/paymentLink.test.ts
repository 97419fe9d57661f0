import fc from 'fast-check';
import { linkPayment } from 'c/paymentLink';
import type { PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { ContextEvidence } from 'c/stripeContext';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const PROOF = { stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' };
const AUTHORIZATION = { Id: 'authorization', GatewayRefNumber: 'pi_3Mtw' };
const PAYMENT = { Id: 'payment', GatewayRefNumber: 'SF1', PaymentAuthorizationId: 'authorization' };

function linkOf(
    objectName: PaymentRecord['objectName'],
    records: Partial<PaymentRecords>,
    settings = NO_SETTINGS,
    further?: readonly ContextEvidence[]
) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [start] = index.byObject[objectName];
    if (!start) {
        throw new Error(`No ${objectName} to link.`);
    }
    return linkPayment(start, index, settings, further);
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

    describe('with further evidence, such as what the body of a log tells', () => {
        const LOG_URL: ContextEvidence = { source: 'requestLogUrl', account: ACCOUNT, mode: 'test' };
        const LIVEMODE: ContextEvidence = { source: 'livemode', mode: 'live' };
        const linkWith = (further: ContextEvidence[], fields: object = {}, settings = NO_SETTINGS) =>
            linkOf('PaymentAuthorization', { authorizations: [{ ...AUTHORIZATION, ...fields }] }, settings, further);

        it('knows account and mode that the records do not tell', () => {
            expect(linkWith([]).context.mode).toBeUndefined();
            expect(linkWith([LOG_URL]).link).toMatchObject({
                url: `https://dashboard.stripe.com/${ACCOUNT}/test/payments/pi_3Mtw`,
                confidence: 'high'
            });
            expect(linkWith([LIVEMODE]).context).toMatchObject({ mode: 'live', modeSource: 'livemode' });
        });

        it('weighs it as any other: by its source, whatever the order', () => {
            expect(linkWith([LOG_URL], PROOF).context).toMatchObject({
                mode: 'test',
                modeSource: 'requestLogUrl',
                conflicts: [{ source: 'recordFields', mode: 'live' }]
            });
            expect(linkWith([{ source: 'livemode', mode: 'test' }], PROOF).context).toMatchObject({
                mode: 'live',
                modeSource: 'recordFields',
                conflicts: [{ source: 'livemode', mode: 'test' }]
            });
            expect(linkWith([LIVEMODE, LOG_URL])).toEqual(linkWith([LOG_URL, LIVEMODE]));
        });

        it('does not let it overrule an id that names its mode, and says that it disagrees', () => {
            const { link, context } = linkWith([LIVEMODE], { GatewayRefNumber: 'cs_test_a1b2' });
            expect(link?.url).toContain('/test/');
            expect(context.conflicts).toEqual([LIVEMODE]);
        });

        it('lets it overrule the default of the org without a conflict', () => {
            const { context } = linkWith([LIVEMODE], {}, { ...NO_SETTINGS, isSandbox: true });
            expect(context).toMatchObject({ mode: 'live', conflicts: [] });
        });

        it('takes no account from it that has not the shape of one', () => {
            const hostile = { source: 'requestLogUrl', account: '//evil.example', mode: 'test' } as const;
            expect(linkWith([hostile]).link?.url).toBe('https://dashboard.stripe.com/test/payments/pi_3Mtw');
        });
    });

    describe('whatever the records hold', () => {
        const secret = fc.constantFrom('pi_3Mtw_secret_Yr', 'sk_test_51abcdefgh', 'whsec_abcdefgh', '4242424242424242');
        const text = fc.option(
            fc.oneof(
                fc.constantFrom('pi_3Mtw', 'txn_1', 'SF1', '00001234', 'cs_test_a1', '../pi_3Mtw', '//evil.example'),
                secret,
                fc.tuple(fc.string(), secret, fc.string()).map((parts) => parts.join(' ')),
                fc.string({ unit: 'binary' })
            ),
            { nil: undefined }
        );
        const fields = fc.record({
            GatewayRefNumber: text,
            GatewayRefDetails: text,
            GatewayResultCodeDescription: text,
            stripeAccountId__c: fc.oneof(text, fc.constant(ACCOUNT)),
            stripeAccountType__c: fc.constantFrom('STRIPE_LIVE', 'STRIPE_TEST', 'else', undefined)
        });
        const settings = fc.record({
            gatewaySettings: fc.constant<EvidenceSettings['gatewaySettings']>([]),
            isSandbox: fc.constantFrom(true, false, undefined),
            chosenModes: fc.constantFrom<EvidenceSettings['chosenModes']>({}, { '': 'live' }, { '': 'test' })
        });
        const found = (authorization: object, payment: object, given: EvidenceSettings) =>
            linkOf(
                'Payment',
                {
                    summary: { Id: 'summary', OrderSummary: { OrderNumber: '00001234' } },
                    authorizations: [{ Id: 'authorization', ...authorization }],
                    payments: [{ Id: 'payment', PaymentAuthorizationId: 'authorization', ...payment }]
                },
                given
            );

        it('opens the Dashboard and nothing else, in the known account and mode, and shows no secret', () => {
            fc.assert(
                fc.property(fields, fields, settings, (authorization, payment, given) => {
                    const { link, context } = found(authorization, payment, given);
                    const account = context.account === undefined ? '' : `/${context.account}`;
                    const base = `https://dashboard.stripe.com${account}${context.mode === 'test' ? '/test' : ''}/`;
                    const { url, target } = link ?? { url: `${base}search?query=none`, target: 'none' };
                    expect(url.startsWith(base)).toBe(true);
                    expect(url.slice(base.length)).toMatch(/^[a-z_/-]+(\/[a-z_]+_\w+|\?query=[\w%*.+-]+)$/);
                    expect(url + target).not.toMatch(/_secret|[srp]k_(test|live)_|whsec_|4242424242424242/);
                })
            );
        });

        it('gives the same answer to the same question', () => {
            fc.assert(
                fc.property(fields, fields, settings, (authorization, payment, given) => {
                    expect(found(authorization, payment, given)).toEqual(found(authorization, payment, given));
                })
            );
        });
    });
});
