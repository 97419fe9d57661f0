import { createElement } from 'lwc';
import type { Payment } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import PaymentRecordList from 'c/paymentRecordList';
import type { Row } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';

const PAYMENTS: Payment[] = Array.from({ length: 25 }, (_, index) => ({
    Id: `p${index}`,
    PaymentNumber: `P-${String(index).padStart(4, '0')}`,
    Amount: index,
    Status: index % 5 === 0 ? 'Canceled' : 'Processed'
}));

/** The properties of a list that has read these payments. */
function readState(payments = PAYMENTS, list: object = {}) {
    return {
        index: new RecordIndex({ ...NO_RECORDS, payments }),
        list: { status: 'ready', rows: payments, hiddenFields: [], hasMore: false, ...list }
    };
}

function create(properties: object = {}): HTMLElement {
    const element = createElement('c-payment-record-list', { is: PaymentRecordList });
    Object.assign(element, { objectName: 'Payment', ...properties });
    document.body.appendChild(element);
    return element;
}

function find<Found extends Element>(element: HTMLElement, selector: string): Found {
    const found = element.shadowRoot?.querySelector<Found>(selector);
    if (!found) {
        throw new Error(`Nothing matches ${selector}.`);
    }
    return found;
}

const text = (element: HTMLElement) => element.shadowRoot?.textContent;
const table = (element: HTMLElement) =>
    find<HTMLElement & { rows: Row[]; sortOrder: object }>(element, 'c-record-table');
const rowIds = (element: HTMLElement) => table(element).rows.map(({ id }) => id);
const titleOf = (element: HTMLElement) => find<HTMLElement & { title: string }>(element, 'lightning-card').title;
const press = (element: HTMLElement, selector: string) =>
    find(element, selector).dispatchEvent(new CustomEvent('click'));

async function change(element: HTMLElement, selector: string, value: string): Promise<void> {
    find(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await Promise.resolve();
}

describe('c-payment-record-list', () => {
    it('says that it is loading, and is accessible then', async () => {
        const element = create();
        expect(find(element, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading Payments' });
        expect(titleOf(element)).toBe('Payments');
        await expect(element).toBeAccessible();
    });

    it('says that there are none', async () => {
        const element = create(readState([]));
        expect(text(element)).toContain('No records to show.');
        await expect(element).toBeAccessible();
    });

    it('names the object that the user may not read, and who can help', async () => {
        const element = create(readState([], { status: 'denied' }));
        expect(text(element)).toContain('Ask your administrator for read access to Payment.');
        await expect(element).toBeAccessible();
    });

    it('names the fields that are hidden, and shows the rest', async () => {
        const element = create(readState(PAYMENTS, { hiddenFields: ['Payment.Amount', 'Payment.Status'] }));
        expect(text(element)).toContain('hidden from you: Payment.Amount, Payment.Status.');
        expect(rowIds(element)).toHaveLength(10);
        await expect(element).toBeAccessible();
    });

    it('says what failed beside the rows that are there, and reads again on request', async () => {
        const element = create(readState(PAYMENTS, { error: { kind: 'network', message: 'Failed to fetch' } }));
        expect(text(element)).toContain('The server could not be reached. Check your connection. Failed to fetch');
        expect(rowIds(element)).toHaveLength(10);
        const handler = jest.fn();
        element.addEventListener('refresh', handler);
        press(element, '[role=alert] lightning-button');
        expect(handler).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('shows the first rows and the count, and more on request', async () => {
        const element = create(readState());
        expect(titleOf(element)).toBe('Payments (25)');
        expect(rowIds(element)).toHaveLength(10);
        expect(find(element, '[role=status]').textContent).toBe('10 of 25 rows shown');
        press(element, '[slot=footer] lightning-button');
        await Promise.resolve();
        expect(rowIds(element)).toHaveLength(20);
        press(element, '[slot=footer] lightning-button');
        await Promise.resolve();
        expect(rowIds(element)).toHaveLength(25);
        expect(element.shadowRoot?.querySelector('[slot=footer]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('asks for the next page when it runs out of rows', async () => {
        const element = create({ ...readState(PAYMENTS, { hasMore: true }), rowCount: 20 });
        expect(titleOf(element)).toBe('Payments (25+)');
        const handler = jest.fn();
        element.addEventListener('loadmore', handler);
        press(element, '[slot=footer] lightning-button');
        expect(handler.mock.calls[0]?.[0]).toMatchObject({ detail: { objectName: 'Payment' } });
    });

    it('does not ask for a page while it still has rows to show', () => {
        const element = create(readState(PAYMENTS, { hasMore: true }));
        const handler = jest.fn();
        element.addEventListener('loadmore', handler);
        press(element, '[slot=footer] lightning-button');
        expect(handler).not.toHaveBeenCalled();
    });

    it('filters by text and by status, and clears the filter', async () => {
        const element = create(readState());
        await change(element, 'lightning-input', 'p-001');
        expect(rowIds(element)).toHaveLength(10);
        await change(element, 'lightning-combobox', 'Canceled');
        expect(rowIds(element)).toEqual(['p10', 'p15']);
        await change(element, 'lightning-input', 'nothing like it');
        expect(text(element)).toContain('No row matches the filter.');
        await expect(element).toBeAccessible();
        press(element, '.slds-card__body_inner > lightning-button');
        await Promise.resolve();
        expect(rowIds(element)).toHaveLength(10);
    });

    it('says when the filter has not seen every row', async () => {
        const element = create(readState(PAYMENTS, { hasMore: true }));
        expect(text(element)).not.toContain('The filter looks through');
        await change(element, 'lightning-combobox', 'Canceled');
        expect(text(element)).toContain('The filter looks through the 25 rows read so far.');
    });

    it('offers the statuses that occur', () => {
        expect(find<HTMLElement & { options: object[] }>(create(readState()), 'lightning-combobox').options).toEqual([
            { label: 'All statuses', value: '' },
            { label: 'Canceled', value: 'Canceled' },
            { label: 'Processed', value: 'Processed' }
        ]);
    });

    it('sorts by the column asked for, and the other way at the second time', async () => {
        const element = create(readState());
        const sort = async () => {
            table(element).dispatchEvent(new CustomEvent('sort', { detail: { key: 'amount' } }));
            await Promise.resolve();
        };
        await sort();
        expect(rowIds(element)[0]).toBe('p0');
        await sort();
        expect(rowIds(element)[0]).toBe('p24');
        expect(table(element).sortOrder).toEqual({ key: 'amount', isDescending: true });
        await sort();
        expect(rowIds(element)[0]).toBe('p0');
    });

    it('takes its own title', () => {
        const element = create({ ...readState(), listTitle: 'Captures' });
        expect(titleOf(element)).toBe('Captures (25)');
        expect(find(element, '.refresh')).toMatchObject({ alternativeText: 'Refresh Captures' });
    });

    it('asks for nothing while it is busy, and keeps its buttons, so that the focus stays', () => {
        const element = create({ ...readState(PAYMENTS, { hasMore: true }), rowCount: 25, isBusy: true });
        const handler = jest.fn();
        element.addEventListener('refresh', handler);
        element.addEventListener('loadmore', handler);
        press(element, '.refresh');
        press(element, '[slot=footer] lightning-button');
        expect(handler).not.toHaveBeenCalled();
    });

    describe('hands the focus on when the pressed button goes away:', () => {
        const focusOf = (element: HTMLElement, selector: string) =>
            jest.spyOn(find<HTMLElement>(element, selector), 'focus');

        it('to "Refresh" from "Try again"', () => {
            const element = create(readState(PAYMENTS, { error: { kind: 'network', message: '' } }));
            const focus = focusOf(element, '.refresh');
            press(element, '[role=alert] lightning-button');
            expect(focus).toHaveBeenCalledTimes(1);
        });

        it('to the filter from "Clear filter"', async () => {
            const element = create(readState());
            await change(element, 'lightning-input', 'nothing like it');
            const focus = focusOf(element, '.filter');
            press(element, '.slds-card__body_inner > lightning-button');
            expect(focus).toHaveBeenCalledTimes(1);
        });

        it('to "Refresh" from "Show more", once everything is shown', async () => {
            const element = create({ ...readState(), rowCount: 10 });
            const focus = focusOf(element, '.refresh');
            press(element, '[slot=footer] lightning-button');
            await Promise.resolve();
            expect(focus).not.toHaveBeenCalled();
            press(element, '[slot=footer] lightning-button');
            await Promise.resolve();
            expect(focus).toHaveBeenCalledTimes(1);
        });
    });

    it('links by what is known of account and mode', () => {
        const state = readState([{ Id: 'p1', GatewayRefNumber: 'pi_1' }]);
        const urlIn = (element: HTMLElement) => table(element).rows[0]?.cells.reference?.reference?.url;
        expect(urlIn(create({ ...state, settings: { ...NO_SETTINGS, isSandbox: true } }))).toContain('/test/');
        expect(urlIn(create(state))).not.toContain('/test/');
    });
});
