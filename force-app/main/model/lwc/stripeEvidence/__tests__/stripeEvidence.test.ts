import type { PaymentObjectName, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex, relatedRecords } from 'c/paymentTrace';
import { evidenceOf, malformedSettings, NO_SETTINGS } from 'c/stripeEvidence';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const GATEWAY = { PaymentGatewayId: 'g1', PaymentGateway: { PaymentGatewayName: 'Europe' } };

function evidence(objectName: PaymentObjectName, records: Partial<PaymentRecords>, settings = NO_SETTINGS) {
    const index = new RecordIndex({ ...NO_RECORDS, ...records });
    const [start] = index.byObject[objectName];
    if (!start) {
        throw new Error(`No ${objectName} to look at.`);
    }
    return evidenceOf(relatedRecords(start, index), settings);
}

describe('evidenceOf', () => {
    const authorization = (fields: object) => ({ authorizations: [{ Id: 'a1', ...fields }] });

    it('finds nothing where nothing is said', () => {
        expect(evidence('PaymentAuthorization', authorization({}))).toEqual([]);
    });

    it.each([
        [{ stripeAccountId__c: ACCOUNT }, { source: 'recordFields', account: ACCOUNT, mode: undefined }],
        [{ stripeAccountType__c: 'STRIPE_LIVE' }, { source: 'recordFields', account: undefined, mode: 'live' }],
        [{ stripeAccountType__c: 'STRIPE_TEST' }, { source: 'recordFields', account: undefined, mode: 'test' }],
        [{ GatewayRefDetails: '{"livemode": true}' }, { source: 'livemode', mode: 'live' }],
        [{ GatewayResultCodeDescription: '"livemode":false' }, { source: 'livemode', mode: 'test' }],
        [
            { GatewayResultCodeDescription: `https://dashboard.stripe.com/${ACCOUNT}/test/logs/req_1` },
            { source: 'requestLogUrl', account: ACCOUNT, mode: 'test' }
        ]
    ])('reads %j', (fields, expected) => {
        expect(evidence('PaymentAuthorization', authorization(fields))).toEqual([expected]);
    });

    it.each([{ stripeAccountType__c: 'TEST' }, { GatewayRefDetails: 'livemode is on' }])(
        'reads nothing from %j',
        (fields) => {
            expect(evidence('PaymentAuthorization', authorization(fields))).toEqual([]);
        }
    );

    it('reads the message of a log for the record that it names, and for those that come from it', () => {
        const logs = [{ Id: 'l1', ReferencedEntityId: 'a1', GatewayMessage: '{"livemode":true' }];
        const payments = [{ Id: 'p1', PaymentAuthorizationId: 'a1' }];
        const expected = [{ source: 'livemode', mode: 'live' }];
        expect(evidence('PaymentAuthorization', { ...authorization({}), logs })).toEqual(expected);
        expect(evidence('Payment', { ...authorization({}), logs, payments })).toEqual(expected);
    });

    it('takes the setting of the record’s gateway, else the default', () => {
        const europe = { Id: 'm1', PaymentGatewayName__c: 'Europe', AccountId__c: ACCOUNT, Mode__c: 'Live' };
        const fallback = { Id: 'm2', Mode__c: 'Test' };
        const settings = { ...NO_SETTINGS, gatewaySettings: [fallback, europe] };
        expect(evidence('PaymentAuthorization', authorization(GATEWAY), settings)).toEqual([
            { source: 'gatewaySetting', account: ACCOUNT, mode: 'live' }
        ]);
        expect(evidence('PaymentAuthorization', authorization({}), settings)).toEqual([
            { source: 'gatewaySetting', account: undefined, mode: 'test' }
        ]);
        const withEmptyName = { ...NO_SETTINGS, gatewaySettings: [europe, { ...fallback, PaymentGatewayName__c: '' }] };
        expect(evidence('PaymentAuthorization', authorization({}), withEmptyName)).toMatchObject([{ mode: 'test' }]);
        expect(evidenceOf([], withEmptyName)).toMatchObject([{ mode: 'test' }]);
        const onlyEurope = { ...NO_SETTINGS, gatewaySettings: [europe] };
        expect(evidence('PaymentAuthorization', authorization({}), onlyEurope)).toEqual([]);
    });

    it('takes the gateway of the authorization for an adjustment, which has none', () => {
        const adjustments = [{ Id: 'd1', PaymentAuthorizationId: 'a1' }];
        const gatewaySettings = [{ Id: 'm1', PaymentGatewayName__c: 'Europe', Mode__c: 'Live' }];
        expect(
            evidence(
                'PaymentAuthAdjustment',
                { ...authorization(GATEWAY), adjustments },
                { ...NO_SETTINGS, gatewaySettings }
            )
        ).toMatchObject([{ source: 'gatewaySetting', mode: 'live' }]);
    });

    it('takes the person’s choice for the gateway, and for records without one', () => {
        const settings = { ...NO_SETTINGS, chosenModes: { g1: 'live', '': 'test' } as const };
        expect(evidence('PaymentAuthorization', authorization(GATEWAY), settings)).toEqual([
            { source: 'personsChoice', mode: 'live' }
        ]);
        expect(evidence('PaymentAuthorization', authorization({}), settings)).toEqual([
            { source: 'personsChoice', mode: 'test' }
        ]);
    });

    it('takes test mode for the default of a sandbox, and nothing for that of another org', () => {
        const inOrg = (isSandbox?: boolean) =>
            evidence('PaymentAuthorization', authorization({}), { ...NO_SETTINGS, isSandbox });
        expect(inOrg(true)).toEqual([{ source: 'orgDefault', mode: 'test' }]);
        expect(inOrg(false)).toEqual([]);
        expect(inOrg()).toEqual([]);
    });
});

describe('malformedSettings', () => {
    it('finds settings whose account is none', () => {
        const wrong = { Id: 'm1', AccountId__c: '1PgafTB7WZ01zgkW' };
        expect(
            malformedSettings([
                wrong,
                { Id: 'm2', AccountId__c: ACCOUNT },
                { Id: 'm3' },
                { Id: 'm4', AccountId__c: '' }
            ])
        ).toEqual([wrong]);
    });
});
