import fc from 'fast-check';
import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import type { GatewaySetting, Payment } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import type { ObjectAccess, SetupFacts } from 'c/setupFindings';
import { gatewayViews, SEVERITIES, setupFindings, verdictOf } from 'c/setupFindings';
import { judgeLinks } from 'c/setupLinks';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const REFERENCE = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';

const judged = (facts: Partial<SetupFacts>) => setupFindings({ mayReveal: true, ...facts });
const kindsOf = (facts: Partial<SetupFacts>) => judged(facts).map(({ kind }) => kind);

function access(objectName: string, changes: Partial<ObjectAccess> = {}): ObjectAccess {
    return { objectName, objectExists: true, objectReadable: true, missingFields: [], hiddenFields: [], ...changes };
}

const setting = (changes: Partial<GatewaySetting> = {}): GatewaySetting => ({
    Id: 'm1',
    MasterLabel: 'Europe',
    PaymentGatewayName__c: 'Stripe EU',
    AccountId__c: ACCOUNT,
    Mode__c: 'Live',
    ...changes
});
const gateway = (name: string) => ({ Id: name, PaymentGatewayName: name });

/** The links of payments that name a gateway and a reference of Stripe's. */
function linksOf(payments: readonly Partial<Payment>[], gatewaySettings: GatewaySetting[] = []) {
    const rows = payments.map((payment, index) => ({
        Id: `p${index}`,
        OrderPaymentSummaryId: 's1',
        GatewayRefNumber: REFERENCE,
        PaymentGateway: { PaymentGatewayName: 'Stripe EU' },
        ...payment
    }));
    return judgeLinks([{ Id: 's1' }], { ...NO_RECORDS, payments: rows }, { gatewaySettings, chosenModes: {} });
}

describe('what the user can read', () => {
    it('is fine where nothing is missing or hidden', () => {
        expect(judged({ access: [access('Payment'), access('Refund')] })).toEqual([
            {
                kind: 'everythingReadable',
                objectCount: 2,
                fieldCount: NEEDED_FIELD_NAMES.length,
                severity: 'fine',
                owner: 'admin'
            }
        ]);
    });

    it.each([
        ['OrderPaymentSummary', 'blocks'],
        ['Payment', 'blocks'],
        ['Refund', 'limits']
    ])(
        'blocks without the objects that every list needs, and is limited without others (%s)',
        (objectName, severity) => {
            const hidden = access(objectName, { objectReadable: false });
            const missing = access(objectName, { objectExists: false, objectReadable: false });
            expect(judged({ access: [hidden] })).toEqual([
                { kind: 'objectHidden', objectName, severity, owner: 'admin' }
            ]);
            expect(judged({ access: [missing] })).toMatchObject([{ kind: 'objectMissing', objectName, severity }]);
        }
    );

    it('tells fields of this package, which it has permission sets for, from those of Salesforce', () => {
        const hiddenFields = ['Amount', 'stripeAccountId__c'];
        const missingFields = ['Balance', 'stripeChargeId__c'];
        expect(judged({ access: [access('Payment', { hiddenFields, missingFields })] })).toEqual([
            {
                kind: 'packageFieldsMissing',
                objectName: 'Payment',
                fields: ['stripeChargeId__c'],
                severity: 'limits',
                owner: 'deployer'
            },
            { kind: 'fieldsMissing', objectName: 'Payment', fields: ['Balance'], severity: 'limits', owner: 'admin' },
            {
                kind: 'packageFieldsHidden',
                objectName: 'Payment',
                fields: ['stripeAccountId__c'],
                severity: 'limits',
                owner: 'admin'
            },
            { kind: 'fieldsHidden', objectName: 'Payment', fields: ['Amount'], severity: 'limits', owner: 'admin' }
        ]);
    });

    it('sends the custom metadata to its own permission set, or to whoever deploys', () => {
        const name = 'Stripe_Gateway_Setting__mdt';
        expect(judged({ access: [access(name, { objectReadable: false })] })).toMatchObject([
            { kind: 'packageObjectHidden', owner: 'admin' }
        ]);
        expect(judged({ access: [access(name, { objectReadable: false, objectExists: false })] })).toMatchObject([
            { kind: 'packageObjectMissing', owner: 'deployer' }
        ]);
    });
});

describe('payment gateways', () => {
    it('are well set with a setting of their own, or a default, that tells account and mode', () => {
        const gateways = [gateway('Stripe EU'), gateway('Stripe US')];
        const settings = [setting(), setting({ Id: 'm2', PaymentGatewayName__c: undefined, Mode__c: 'Test' })];
        expect(kindsOf({ gateways, settings })).toEqual(['settingsValid']);
        expect(gatewayViews({ gateways, settings, mayReveal: true })).toMatchObject([
            { name: 'Stripe EU', account: ACCOUNT, mode: 'live', source: 'setting' },
            { name: 'Stripe US', account: ACCOUNT, mode: 'test', source: 'default' }
        ]);
    });

    it('without a setting get the name of a new one, which is free and as Salesforce wants it', () => {
        const gateways = [
            gateway('2 Stripe  EU (new)_'),
            gateway('stripe-eu/new'),
            gateway('決済'),
            gateway('x'.repeat(60))
        ];
        const names = judged({ gateways, settings: [] }).map(
            (finding) => 'developerName' in finding && finding.developerName
        );
        expect(names).toEqual(['Stripe_EU_new', 'stripe_eu_new_2', 'Gateway', 'x'.repeat(40)]);
        const used = setting({ MasterLabel: 'Stripe US', PaymentGatewayName__c: 'Other' });
        expect(judged({ gateways: [gateway('Stripe US')], settings: [used] })).toContainEqual(
            expect.objectContaining({ kind: 'gatewayWithoutSetting', developerName: 'Stripe_US_2' })
        );
    });

    it('limit links where nothing tells the mode, and are only worth knowing where something does', () => {
        const facts = { gateways: [gateway('Stripe EU')], settings: [] };
        const told = linksOf([{ stripeAccountId__c: ACCOUNT, stripeAccountType__c: 'STRIPE_LIVE' }]);
        expect(judged(facts)[0]).toMatchObject({ kind: 'gatewayWithoutSetting', severity: 'limits' });
        expect(judged({ ...facts, isSandbox: true })[0]).toMatchObject({ severity: 'worthKnowing' });
        expect(judged({ ...facts, links: told })[0]).toMatchObject({ severity: 'worthKnowing' });
        expect(gatewayViews({ ...facts, links: told, mayReveal: true })[0]?.isToldByRecords).toBe(true);
        expect(gatewayViews({ ...facts, links: linksOf([{}]), mayReveal: true })[0]?.isToldByRecords).toBe(false);
    });

    it('are shown without an account or mode where settings could not be read, and not at all where they could not', () => {
        expect(gatewayViews({ gateways: [gateway('Stripe EU')], mayReveal: true })).toEqual([
            {
                gateway: gateway('Stripe EU'),
                name: 'Stripe EU',
                setting: undefined,
                account: undefined,
                mode: undefined,
                source: 'none',
                isToldByRecords: false
            }
        ]);
        expect(gatewayViews({ settings: [setting()], mayReveal: true })).toEqual([]);
    });

    it('name what their own setting lacks', () => {
        const gateways = [gateway('Stripe EU')];
        const empty = setting({ AccountId__c: undefined, Mode__c: undefined });
        expect(judged({ gateways, settings: [empty] })).toMatchObject([
            { kind: 'settingWithoutMode', settingName: 'Europe', severity: 'limits' },
            { kind: 'settingWithoutAccount', settingName: 'Europe', severity: 'worthKnowing' },
            { kind: 'settingsValid' }
        ]);
        expect(kindsOf({ gateways, settings: [empty], isSandbox: true })).not.toContain('settingWithoutMode');
    });

    it('are not judged where they or the settings could not be read', () => {
        expect(kindsOf({ gateways: [gateway('Stripe EU')] })).toEqual([]);
        expect(kindsOf({ settings: [setting()] })).toEqual(['settingsValid']);
        expect(kindsOf({ gateways: [], settings: [] })).toEqual(['noGateways']);
    });
});

describe('settings', () => {
    const gateways = [gateway('Stripe EU')];

    it('must name an account and a mode that there are', () => {
        const wrong = setting({ AccountId__c: 'acct-1', Mode__c: 'Production' });
        expect(judged({ gateways, settings: [wrong] })).toMatchObject([
            { kind: 'settingMalformedAccount', settingName: 'Europe', severity: 'limits' },
            { kind: 'settingUnknownMode', settingName: 'Europe', severity: 'limits' }
        ]);
    });

    it('must not be for live mode in a sandbox, where they may have been copied from production', () => {
        const settings = [setting({ Mode__c: 'Live' }), setting({ PaymentGatewayName__c: '', Mode__c: 'Test' })];
        expect(judged({ gateways, settings, isSandbox: true })).toMatchObject([
            { kind: 'settingLiveInSandbox', settingName: 'Europe', severity: 'limits', owner: 'admin' },
            { kind: 'sandboxDefault' }
        ]);
        expect(kindsOf({ gateways, settings, isSandbox: false })).toEqual(['settingsValid']);
        expect(kindsOf({ gateways, settings })).toEqual(['settingsValid']);
    });

    it('must not name the same gateway twice, nor two be the default', () => {
        const settings = [setting(), setting({ MasterLabel: 'Europe 2' })];
        const defaults = settings.map((one) => ({ ...one, PaymentGatewayName__c: undefined }));
        expect(judged({ gateways, settings })).toMatchObject([
            { kind: 'settingDuplicate', gatewayName: 'Stripe EU', settingNames: ['Europe', 'Europe 2'] }
        ]);
        expect(judged({ gateways, settings: defaults })).toMatchObject([{ kind: 'settingDuplicate', gatewayName: '' }]);
    });

    it('must name a gateway of the org, and the one that was meant is found', () => {
        const other = setting({ PaymentGatewayName__c: 'Elsewhere' });
        const nearly = setting({ PaymentGatewayName__c: 'stripe EU ' });
        const find = (settings: GatewaySetting[]) =>
            judged({ gateways, settings }).find(({ kind }) => kind === 'settingUnknownGateway');
        expect(find([other])).toMatchObject({ severity: 'worthKnowing', similarName: undefined });
        expect(find([nearly])).toMatchObject({ severity: 'limits', similarName: 'Stripe EU' });
        expect(find([setting()])).toBeUndefined();
    });

    it('must not disagree with what the records tell', () => {
        const settings = [setting({ Mode__c: 'Live' })];
        const links = linksOf(
            [{}, { stripeAccountType__c: 'STRIPE_TEST' }, { stripeAccountType__c: 'STRIPE_TEST' }],
            settings
        );
        expect(judged({ gateways, settings, links })).toMatchObject([
            { kind: 'settingContradicted', settingName: 'Europe', count: 2, example: { record: { Id: 'p1' } } },
            { kind: 'everyModeKnown' }
        ]);
    });
});

describe('links', () => {
    it('of unknown mode are counted by object', () => {
        const links = linksOf([{}, { stripeAccountType__c: 'STRIPE_LIVE' }, { GatewayRefNumber: undefined }]);
        expect(judged({ links })).toMatchObject([
            { kind: 'linksOfUnknownMode', objectName: 'Payment', count: 1, total: 3, severity: 'limits' }
        ]);
    });

    it('cannot be judged without records', () => {
        expect(kindsOf({ links: [] })).toEqual(['noRecords']);
    });
});

describe('setupFindings', () => {
    it('remarks on the kind of org and on personal data', () => {
        expect(judged({ isSandbox: true, mayReveal: false })).toMatchObject([
            { kind: 'cannotReveal', severity: 'worthKnowing' },
            { kind: 'sandboxDefault', severity: 'fine' }
        ]);
        expect(verdictOf([])).toBe('fine');
    });

    it('has the worst first, and the verdict is the worst, whatever the facts', () => {
        const name = fc.constantFrom('Stripe EU', 'stripe eu', '', undefined, 'Other', '<b>');
        const text = fc.option(fc.constantFrom(ACCOUNT, 'sk_live_x', ''), { nil: undefined });
        const facts = fc.record({
            access: fc.option(
                fc.array(
                    fc.record({
                        objectName: fc.constantFrom('Payment', 'Refund', 'Stripe_Gateway_Setting__mdt'),
                        objectExists: fc.boolean(),
                        objectReadable: fc.boolean(),
                        missingFields: fc.array(fc.constantFrom('Id', 'stripeAccountId__c')),
                        hiddenFields: fc.array(fc.constantFrom('Amount', 'Mode__c'))
                    })
                ),
                { nil: undefined }
            ),
            gateways: fc.option(fc.array(fc.record({ Id: fc.uuid(), PaymentGatewayName: name })), { nil: undefined }),
            settings: fc.option(
                fc.array(
                    fc.record({
                        Id: fc.uuid(),
                        PaymentGatewayName__c: name,
                        AccountId__c: text,
                        Mode__c: fc.option(fc.constantFrom('Live', 'Test', 'x', ''), { nil: undefined })
                    })
                ),
                { nil: undefined }
            ),
            isSandbox: fc.option(fc.boolean(), { nil: undefined }),
            mayReveal: fc.boolean()
        });
        fc.assert(
            fc.property(facts, (any) => {
                const findings = setupFindings(any);
                const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
                expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
                expect(verdictOf(findings)).toBe(findings[0]?.severity ?? 'fine');
                const names = findings.flatMap((found) => ('developerName' in found ? [found.developerName] : []));
                expect(new Set(names).size).toBe(names.length);
                expect(names.every((one) => /^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(one) && one.length <= 40)).toBe(true);
            })
        );
    });
});
