import { api, createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getGatewaySettings from '@salesforce/apex/OrderPaymentReader.getGatewaySettings';
import getOrganization from '@salesforce/apex/OrderPaymentReader.getOrganization';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import getObjectAccess from '@salesforce/apex/PaymentAccessReader.getObjectAccess';
import getPaymentGateways from '@salesforce/apex/PaymentSetupReader.getPaymentGateways';
import getRecentOrderPaymentSummaries from '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries';
import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import { PaymentSetupElement } from 'c/paymentSetupElement';
import type { SetupFacts } from 'c/setupFindings';

/** The test adapter behind an Apex method, which Jest puts in its place. */
interface ApexMock extends jest.Mock {
    emit(data: unknown): void;
    error(body?: unknown, status?: number): void;
    getLastConfig(): Record<string, unknown>;
}
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

function emitGeneral(): void {
    mocked(getObjectAccess).emit([]);
    mocked(getPaymentGateways).emit(readable([{ Id: 'g1', PaymentGatewayName: 'Stripe' }]));
    mocked(getOrganization).emit(readable([{ Id: 'o1', IsSandbox: true }]));
    mocked(getGatewaySettings).emit(readable([{ Id: 'm1' }]));
}

describe('PaymentSetupElement', () => {
    it('asks for every field that the console reads', () => {
        create();
        expect(mocked(getObjectAccess).getLastConfig()).toEqual({ fieldNames: NEEDED_FIELD_NAMES });
    });

    it('reads the records of the newest summaries, as a console reads those of its page', async () => {
        const element = create();
        emitGeneral();
        expect(element.isEverythingRead).toBe(false);
        mocked(getRecentOrderPaymentSummaries).emit(readable([{ Id: 's1' }, { Id: 's2' }]));
        await Promise.resolve();
        expect(mocked(getPayments).getLastConfig()).toMatchObject({ orderPaymentSummaryIds: ['s1', 's2'] });
        expect(element.isEverythingRead).toBe(false);
        mocked(getPayments).emit(readable([{ Id: 'p1', OrderPaymentSummaryId: 's2', GatewayRefNumber: 'pi_3MtwBw1' }]));
        expect(element.facts.links?.map(({ payment }) => payment.record.Id)).toEqual(['p1']);
    });

    it('is done without records where there are no summaries', () => {
        const element = create();
        emitGeneral();
        mocked(getRecentOrderPaymentSummaries).emit(readable([]));
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

    it('knows nothing of what may not be read, not even that it is empty', () => {
        const element = create();
        emitGeneral();
        mocked(getPaymentGateways).emit({ objectReadable: false, records: [], hiddenFields: [] });
        mocked(getGatewaySettings).emit(readable([{ Id: 'm1' }], ['Stripe_Gateway_Setting__mdt.AccountId__c']));
        mocked(getRecentOrderPaymentSummaries).emit({ objectReadable: false, records: [], hiddenFields: [] });
        expect(element.isEverythingRead).toBe(true);
        expect(element.facts).toMatchObject({ gateways: undefined, settings: undefined, links: undefined });
    });

    it('tells each error once, and goes on with the rest', () => {
        const element = create();
        emitGeneral();
        mocked(getRecentOrderPaymentSummaries).error({ message: 'Too busy.' }, 500);
        mocked(getObjectAccess).error({ message: 'Too busy.' }, 500);
        expect(element.isEverythingRead).toBe(true);
        expect(element.allErrors).toEqual([{ kind: 'server', message: 'Too busy.' }]);
        expect(element.facts.access).toBeUndefined();
        expect(element.facts.settings).toHaveLength(1);
    });

    it('reads everything again on demand', async () => {
        const element = create();
        emitGeneral();
        mocked(getRecentOrderPaymentSummaries).emit(readable([]));
        await element.checkAgain();
        const summaries = { data: readable([]), error: undefined };
        const gateways = { data: readable([{ Id: 'g1', PaymentGatewayName: 'Stripe' }]), error: undefined };
        expect(refreshApex).toHaveBeenCalledWith({ data: [], error: undefined });
        expect(refreshApex).toHaveBeenCalledWith(gateways);
        expect(refreshApex).toHaveBeenCalledWith(summaries);
    });
});
