import { createElement } from 'lwc';
import type { PaymentRecord } from 'c/paymentRecord';
import type { FindingDetail } from 'c/setupFindings';
import SetupFindingList, { findingInWords } from 'c/setupFindingList';

const PAYMENT: PaymentRecord = { objectName: 'Payment', record: { Id: 'p1', PaymentNumber: 'P-1' } };
const settingName = 'Europe';
const gatewayName = 'Stripe EU';
const fields = ['A', 'B'];

/** A finding, and words of what was found and of the next step. */
const DETAILS: [FindingDetail, string, string][] = [
    [{ kind: 'objectMissing', objectName: 'Refund' }, 'no object Refund', 'Turn on Order Management'],
    [{ kind: 'packageObjectMissing', objectName: 'X__mdt' }, 'no X__mdt', 'Deploy this package again'],
    [{ kind: 'objectHidden', objectName: 'Refund' }, 'cannot read Refund', 'Object Settings, Refund'],
    [{ kind: 'packageObjectHidden', objectName: 'X__mdt' }, 'X__mdt', 'Stripe Payments Agent'],
    [{ kind: 'fieldsMissing', objectName: 'Refund', fields }, 'Refund lacks these fields: A, B', 'fields of Refund'],
    [{ kind: 'packageFieldsMissing', objectName: 'Refund', fields }, 'of this package: A, B', 'Deploy this package'],
    [{ kind: 'fieldsHidden', objectName: 'Refund', fields }, 'hidden from you: A, B', 'Object Settings, Refund'],
    [{ kind: 'packageFieldsHidden', objectName: 'Refund', fields }, 'on Refund are hidden', 'Stripe Payments Agent'],
    [
        { kind: 'gatewayWithoutSetting', gatewayName, developerName: 'Stripe_EU' },
        'gateway Stripe EU has no',
        'Label and Name: Stripe_EU. Payment Gateway Name: Stripe EU.'
    ],
    [{ kind: 'settingWithoutAccount', settingName, gatewayName }, 'Europe names no account', 'Europe, Edit'],
    [{ kind: 'settingWithoutMode', settingName, gatewayName }, 'Europe names no mode', 'Europe, Edit. Mode'],
    [{ kind: 'settingLiveInSandbox', settingName }, 'Setting Europe is for live mode', 'Europe, Edit. Mode: Test'],
    [{ kind: 'settingMalformedAccount', settingName }, 'not a Stripe account id', 'Europe, Edit'],
    [{ kind: 'settingUnknownMode', settingName }, 'mode in the Stripe Gateway Setting Europe', 'Live or Test'],
    [
        { kind: 'settingDuplicate', gatewayName, settingNames: ['Europe', 'EU'] },
        'for Stripe EU: Europe, EU',
        'Keep one of Europe, EU'
    ],
    [{ kind: 'settingDuplicate', gatewayName: '', settingNames: ['A', 'B'] }, 'the default', 'Keep one of A, B'],
    [{ kind: 'settingUnknownGateway', settingName, gatewayName }, 'gateway Stripe EU, which', 'or delete the record'],
    [
        { kind: 'settingUnknownGateway', settingName, gatewayName, similarName: 'STRIPE EU' },
        'gateway Stripe EU, which',
        'exactly STRIPE EU'
    ],
    [{ kind: 'settingContradicted', settingName, count: 3, example: PAYMENT }, '3 of the newest', 'mode P-1 is in'],
    [
        { kind: 'linksOfUnknownMode', objectName: 'Refund', count: 2, total: 5 },
        '2 of 5 records of Refund',
        'STRIPE_LIVE'
    ],
    [{ kind: 'noGateways' }, 'no payment gateways', 'Create a payment gateway'],
    [{ kind: 'noRecords' }, 'no payment records', 'Place a test order'],
    [{ kind: 'cannotReveal' }, 'cannot show personal data', 'Stripe Payments Personal Data'],
    [{ kind: 'sandboxDefault' }, 'opens test mode', 'Nothing to do.'],
    [{ kind: 'everythingReadable', objectCount: 9, fieldCount: 99 }, 'all 9 objects and 99 fields', 'Nothing to do.'],
    [{ kind: 'settingsValid', count: 2 }, 'valid: 2', 'Nothing to do.'],
    [{ kind: 'everyModeKnown', count: 7 }, 'None of the newest records (7)', 'Nothing to do.']
];

function create(findings: readonly object[]): HTMLElement {
    const element = createElement('c-setup-finding-list', { is: SetupFindingList });
    Object.assign(element, { findings });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

describe('findingInWords', () => {
    it.each(DETAILS)('says of %j what it is and what to do', (detail, what, next) => {
        const words = findingInWords(detail);
        expect(words.what).toContain(what);
        expect(words.next).toContain(next);
        expect(`${words.what}${words.next}`).not.toMatch(/\{\d\}/);
    });

    it('shows no secret that somebody has put into a name', () => {
        const secret = 'sk_live_51HxYzABCDEFGHIJKLMNOPQR';
        const { what, next } = findingInWords({
            kind: 'settingUnknownGateway',
            settingName: 'Europe',
            gatewayName: secret,
            similarName: secret
        });
        expect(what + next).not.toContain(secret);
    });
});

describe('c-setup-finding-list', () => {
    it('names the severity for screen readers, the next step and who takes it', async () => {
        const element = create([{ kind: 'noRecords', severity: 'blocks', owner: 'deployer' }]);
        expect(element.shadowRoot?.querySelector('lightning-icon')).toMatchObject({ alternativeText: 'Blocks' });
        expect(element.shadowRoot?.querySelector('.next')?.textContent).toMatch(/^Next step: Place/);
        expect(element.shadowRoot?.textContent).toContain('By: whoever deploys this package');
        await expect(element).toBeAccessible();
    });

    it('asks nobody for anything where all is fine', () => {
        const element = create([{ kind: 'sandboxDefault', severity: 'fine', owner: 'admin' }]);
        expect(element.shadowRoot?.querySelector('.next')).toBeNull();
        expect(element.shadowRoot?.textContent).not.toContain('By:');
    });
});
