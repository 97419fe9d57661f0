import { createElement } from 'lwc';
import getPayments from '@salesforce/apex/OrderPaymentReader.getPayments';
import GatewayLogList from 'c/gatewayLogList';
import PaymentAuthorizationList from 'c/paymentAuthorizationList';
import PaymentConsole from 'c/paymentConsole';
import PaymentList from 'c/paymentList';
import RefundList from 'c/refundList';

interface ListElement extends HTMLElement {
    objectName: string;
    listTitle?: string;
    rowCount: number;
    isBusy: boolean;
    list: { status: string; rows: readonly object[] };
}

function create(
    tag: string,
    component: Parameters<typeof createElement>[1]['is'],
    properties: object = {}
): HTMLElement {
    const element = createElement(tag, { is: component }) as unknown as HTMLElement;
    Object.assign(element, { recordId: '0bM000000000001AAA', ...properties });
    document.body.appendChild(element);
    return element;
}

const listsIn = (element: HTMLElement) => [
    ...(element.shadowRoot?.querySelectorAll<ListElement>('c-payment-record-list') ?? [])
];

/** Emits rows from the test adapter that stands in for the Apex method. */
function emitPayments(records: object[]): void {
    (getPayments as unknown as { emit(data: unknown): void }).emit({ objectReadable: true, records, hiddenFields: [] });
}

describe('c-payment-console', () => {
    it('shows the four lists, and hands each its own records', async () => {
        const element = create('c-payment-console', PaymentConsole, { rowCount: 5 });
        emitPayments([{ Id: 'p1' }]);
        await Promise.resolve();
        const lists = listsIn(element);
        expect(lists.map(({ objectName }) => objectName)).toEqual([
            'PaymentAuthorization',
            'Payment',
            'Refund',
            'PaymentGatewayLog'
        ]);
        expect(lists.map(({ list }) => list.status)).toEqual(['loading', 'ready', 'loading', 'loading']);
        expect(lists.map(({ rowCount }) => rowCount)).toEqual([5, 5, 5, 5]);
        await expect(element).toBeAccessible();
    });

    it('is busy while it reads again', async () => {
        const element = create('c-payment-console', PaymentConsole);
        const [list] = listsIn(element);
        list?.dispatchEvent(new CustomEvent('refresh'));
        await Promise.resolve();
        expect(list?.isBusy).toBe(true);
        await new Promise(process.nextTick);
        expect(list?.isBusy).toBe(false);
    });
});

describe.each([
    ['c-payment-authorization-list', PaymentAuthorizationList, 'PaymentAuthorization'],
    ['c-payment-list', PaymentList, 'Payment'],
    ['c-refund-list', RefundList, 'Refund'],
    ['c-gateway-log-list', GatewayLogList, 'PaymentGatewayLog']
] as const)('%s', (tag, component, objectName) => {
    it('shows one list with the title and the row count that the admin set', async () => {
        const element = create(tag, component, { listTitle: 'Mine', rowCount: 3 });
        expect(listsIn(element)).toEqual([expect.objectContaining({ objectName, listTitle: 'Mine', rowCount: 3 })]);
        await expect(element).toBeAccessible();
    });
});
