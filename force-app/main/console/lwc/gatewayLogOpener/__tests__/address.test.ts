import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import GatewayLogModal from 'c/gatewayLogModal';
import GatewayLogOpener from 'c/gatewayLogOpener';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';

const mockGenerateUrl = jest.fn();

jest.mock('lightning/navigation', () => {
    const { CurrentPageReference: Adapter } = jest.requireActual('lightning/navigation');
    const GenerateUrl = Symbol('GenerateUrl');
    const NavigationMixin = (Base: new () => object) =>
        class extends Base {
            [GenerateUrl](reference: unknown): Promise<string> {
                return mockGenerateUrl(reference);
            }
        };
    return { CurrentPageReference: Adapter, NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

const PAGE = {
    type: 'standard__recordPage',
    attributes: { recordId: 's1', objectApiName: 'OrderPaymentSummary', actionName: 'view' },
    state: { c__tab: 'payments', c__log: 'l1' }
};
const LOGS = [{ Id: 'l1' }, { Id: 'l2' }];

type Opener = HTMLElement & { open(logId: string): Promise<void> };

/** Opens a log and asks, as its window does, for the address of another. */
async function addressOf(logId: string, page: object | undefined): Promise<string> {
    const element = createElement('c-gateway-log-opener', { is: GatewayLogOpener }) as unknown as Opener;
    Object.assign(element, { index: new RecordIndex({ ...NO_RECORDS, logs: LOGS }) });
    document.body.appendChild(element);
    if (page) {
        (CurrentPageReference as unknown as { emit(reference: unknown): void }).emit(page);
    }
    await element.open('l1');
    const [options] = (GatewayLogModal as unknown as { open: jest.Mock }).open.mock.calls.at(-1) ?? [];
    return options.addressOf(logId);
}

describe('the link to a log', () => {
    it('is the whole address of the same page, with the log in it and all else as it was', async () => {
        mockGenerateUrl.mockResolvedValue('/lightning/r/OrderPaymentSummary/s1/view?c__log=l2');
        expect(await addressOf('l2', PAGE)).toBe(
            `${window.location.origin}/lightning/r/OrderPaymentSummary/s1/view?c__log=l2`
        );
        expect(mockGenerateUrl).toHaveBeenCalledWith({ ...PAGE, state: { c__tab: 'payments', c__log: 'l2' } });
    });

    it('stays whole where the platform gives a whole one', async () => {
        mockGenerateUrl.mockResolvedValue('https://example.lightning.force.com/page?c__log=l2');
        expect(await addressOf('l2', PAGE)).toBe('https://example.lightning.force.com/page?c__log=l2');
    });

    it('is none as long as the page is not known', async () => {
        expect(await addressOf('l2', undefined)).toBe('');
        expect(mockGenerateUrl).not.toHaveBeenCalled();
    });
});
