import { api, createElement } from 'lwc';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getObjectAccess from '@salesforce/apex/PaymentAccessReader.getObjectAccess';
import getPaymentGateways from '@salesforce/apex/PaymentSetupReader.getPaymentGateways';
import getRecentOrderPaymentSummaries from '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries';
import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import { PaymentSetupElement } from 'c/paymentSetupElement';
import type { SetupFacts } from 'c/setupFindings';

const mocked = (method: unknown) => method as ApexMock;

const readable = (records: object[], hiddenFields: string[] = []) => ({ objectReadable: true, records, hiddenFields });

/** A component built on the base: what a template of its own would read is open to the test. */
class TestElement extends PaymentSetupElement {
    @api get facts(): SetupFacts {
        return this.buildFacts();
    }

    @api get isEverythingRead(): boolean {
        return this.isSetupRead;
    }

    @api get allErrors() {
        return this.errors;
    }

    @api checkAgain() {
        return this.handleRefresh();
    }
}

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: true }), {
    virtual: true
});

function create() {
    const element = createElement('x-setup-element', { is: TestElement }) as unknown as HTMLElement & TestElement;
    document.body.appendChild(element);
    return element;
}

/** Answers what has not been answered yet. */
async function answerGeneral(): Promise<void> {
    await mocked(getObjectAccess).answer([]);
    await mocked(getPaymentGateways).answer(readable([{ Id: 'g1', PaymentGatewayName: 'Stripe' }]));
    await mocked(getOrganization).answer(readable([{ Id: 'o1', IsSandbox: true }]));
    await mocked(getGatewaySettings).answer(readable([{ Id: 'm1' }]));
}

describe('PaymentSetupElement', () => {
    it('asks for every field that the console reads', () => {
        create();
        expect(mocked(getObjectAccess).mock.calls).toEqual([[{ fieldNames: NEEDED_FIELD_NAMES }]]);
    });

    it('reads the records of the newest summaries, as a console reads those of its page', async () => {
        const element = create();
        await answerGeneral();
        expect(element.isEverythingRead).toBe(false);
        await mocked(getRecentOrderPaymentSummaries).answer(readable([{ Id: 's1' }, { Id: 's2' }]));
        expect(mocked(getPayments).mock.lastCall).toMatchObject([{ orderPaymentSummaryIds: ['s1', 's2'] }]);
        expect(element.isEverythingRead).toBe(false);
        await mocked(getPayments).answer(
            readable([{ Id: 'p1', OrderPaymentSummaryId: 's2', GatewayRefNumber: 'pi_3MtwBw1' }])
        );
        expect(element.facts.links?.map(({ payment }) => payment.record.Id)).toEqual(['p1']);
    });

    it('is done without records where there are no summaries', async () => {
        const element = create();
        await answerGeneral();
        await mocked(getRecentOrderPaymentSummaries).answer(readable([]));
        expect(element.isEverythingRead).toBe(true);
        expect(element.facts).toMatchObject({
            access: [],
            gateways: [{ Id: 'g1' }],
            settings: [{ Id: 'm1' }],
            isSandbox: true,
            links: [],
            mayReveal: true
        });
        expect(element.allErrors).toEqual([]);
    });

    it('knows nothing of what may not be read, not even that it is empty', async () => {
        const element = create();
        await mocked(getPaymentGateways).answer({ objectReadable: false, records: [], hiddenFields: [] });
        await mocked(getGatewaySettings).answer(readable([{ Id: 'm1' }], ['Stripe_Gateway_Setting__mdt.AccountId__c']));
        await answerGeneral();
        await mocked(getRecentOrderPaymentSummaries).answer({ objectReadable: false, records: [], hiddenFields: [] });
        expect(element.isEverythingRead).toBe(true);
        expect(element.facts).toMatchObject({ gateways: undefined, settings: undefined, links: undefined });
    });

    it('tells each error once, and goes on with the rest', async () => {
        const element = create();
        await mocked(getRecentOrderPaymentSummaries).fail({ message: 'Too busy.' }, 500);
        await mocked(getObjectAccess).fail({ message: 'Too busy.' }, 500);
        await answerGeneral();
        expect(element.isEverythingRead).toBe(true);
        expect(element.allErrors).toEqual([{ kind: 'server', message: 'Too busy.' }]);
        expect(element.facts.access).toBeUndefined();
        expect(element.facts.settings).toHaveLength(1);
    });

    it('reads everything again on demand, and keeps what is known where that fails', async () => {
        const element = create();
        await answerGeneral();
        await mocked(getRecentOrderPaymentSummaries).answer(readable([]));
        element.checkAgain();
        await mocked(getObjectAccess).fail({ message: 'Too busy.' }, 500);
        await mocked(getPaymentGateways).answer(readable([{ Id: 'g2', PaymentGatewayName: 'Stripe' }]));
        await mocked(getRecentOrderPaymentSummaries).answer(readable([{ Id: 's3' }]));
        expect(mocked(getPayments).mock.lastCall).toMatchObject([{ orderPaymentSummaryIds: ['s3'] }]);
        expect(element.facts).toMatchObject({ access: [], gateways: [{ Id: 'g2' }] });
        expect(element.allErrors).toEqual([{ kind: 'server', message: 'Too busy.' }]);
    });

    it('does not take an answer that is older than the last request', async () => {
        const answers: ((data: unknown) => void)[] = [];
        for (const method of [getObjectAccess, getPaymentGateways]) {
            mocked(method).mockReturnValueOnce(new Promise((resolve) => answers.push(resolve)));
        }
        const element = create();
        element.checkAgain();
        await answerGeneral();
        answers[0]?.([{ objectName: 'Payment' }]);
        answers[1]?.(readable([{ Id: 'old' }]));
        await new Promise(process.nextTick);
        await mocked(getRecentOrderPaymentSummaries).answer(readable([]));
        expect(element.facts).toMatchObject({ access: [], gateways: [{ Id: 'g1' }] });
    });
});
