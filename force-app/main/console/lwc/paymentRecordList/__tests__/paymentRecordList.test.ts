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
    find<HTMLElement & { rows: Row[]; sortOrder: object; isSearchable: boolean }>(element, 'c-record-table');
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

    it('does not say so where none of those read is to be shown, but there are more to read', async () => {
        const element = create(readState([], { hasMore: true }));
        const asked = jest.fn();
        element.addEventListener('loadmore', asked);
        expect(text(element)).not.toContain('No records to show.');
        expect(text(element)).toContain('0 of');
        find(element, '[slot=footer] lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(asked).toHaveBeenCalledTimes(1);
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
        expect(text(element)).toContain(
            'Payments may be incomplete or out of date. The server could not be reached. Check your connection. Failed to fetch'
        );
        expect(rowIds(element)).toHaveLength(10);
        const handler = jest.fn();
        element.addEventListener('refresh', handler);
        press(element, '[role=alert] lightning-button');
        expect(handler).toHaveBeenCalledTimes(1);
        await expect(element).toBeAccessible();
    });

    it('says that it could not be read, and names itself, where there is no row', () => {
        const error = { kind: 'noPermission', message: 'No access to the class.' };
        const element = create(readState([], { status: 'failed', error }));
        expect(text(element)).toContain(
            'Payments could not be read. You do not have permission to read this. Ask your administrator. No access to the class.'
        );
        expect(text(element)).not.toContain('No records to show');
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

    it('asks for no more while it is busy, but keeps its buttons, so that the focus stays', () => {
        const element = create({ ...readState(PAYMENTS, { hasMore: true }), rowCount: 25, isBusy: true });
        const handler = jest.fn();
        element.addEventListener('loadmore', handler);
        press(element, '[slot=footer] lightning-button');
        expect(handler).not.toHaveBeenCalled();
    });

    it('asks to be read again also while it is busy: what is being read may be older', () => {
        const element = create({ ...readState(), isBusy: true });
        const handler = jest.fn();
        element.addEventListener('refresh', handler);
        press(element, '.refresh');
        expect(handler).toHaveBeenCalledTimes(1);
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

    describe('with many rows', () => {
        const MANY: Payment[] = Array.from({ length: 51 }, (_, index) => ({ Id: `p${index}` }));
        const isSearchable = (element: HTMLElement) => table(element).isSearchable;

        beforeEach(() => jest.useFakeTimers());
        afterEach(() => {
            jest.useRealTimers();
            jest.restoreAllMocks();
        });

        /** Counts the rows whose text is made. */
        const textsMade = (element: HTMLElement) =>
            jest.spyOn(Object.getPrototypeOf(table(element).rows[0]), 'searchText', 'get');

        it('makes their text while the page is idle, and lets the browser search them then', async () => {
            const element = create(readState(MANY));
            expect(isSearchable(element)).toBe(false);
            jest.runAllTimers();
            await Promise.resolve();
            expect(isSearchable(element)).toBe(true);
            expect(jest.getTimerCount()).toBe(0);
        });

        it('has the text of all of them made, also of those that are not shown', () => {
            const element = create(readState(MANY));
            const made = textsMade(element);
            jest.runAllTimers();
            expect(made).toHaveBeenCalledTimes(51);
        });

        it('goes on with what it has begun when something else changes', async () => {
            // Each look at the clock costs a millisecond, so that a slice ends after a few rows.
            let now = 0;
            jest.spyOn(performance, 'now').mockImplementation(() => (now += 1));
            const element = create(readState(MANY));
            const made = textsMade(element);
            jest.runOnlyPendingTimers();
            expect(made.mock.calls.length).toBeLessThan(51);
            Object.assign(element, { isBusy: true });
            await Promise.resolve();
            jest.runAllTimers();
            expect(made).toHaveBeenCalledTimes(51);
        });

        it('begins anew when other rows are shown, and leaves what it had begun', async () => {
            const element = create(readState(MANY));
            press(element, '[slot=footer] lightning-button');
            await Promise.resolve();
            expect(jest.getTimerCount()).toBe(1);
            jest.runAllTimers();
            await Promise.resolve();
            expect(isSearchable(element)).toBe(true);
            await change(element, 'lightning-input', 'p1');
            expect(isSearchable(element)).toBe(false);
        });

        it('stops when it leaves the page', () => {
            const element = create(readState(MANY));
            element.remove();
            expect(jest.getTimerCount()).toBe(0);
        });

        it('does not do so for fewer rows', () => {
            create(readState(MANY.slice(1)));
            expect(jest.getTimerCount()).toBe(0);
        });
    });

    it('says of a log to which attempt it belongs', () => {
        const capture = { InteractionType: 'Capture', ReferencedEntityId: 'p1', InteractionStatus: 'Success' };
        const logs = [
            { ...capture, Id: 'l1', PaymentGatewayLogNumber: 'PGL-1' },
            { ...capture, Id: 'l2', PaymentGatewayLogNumber: 'PGL-2', IsNotification: 'Yes' }
        ];
        const index = new RecordIndex({ ...NO_RECORDS, logs });
        const element = create({ ...readState([]), objectName: 'PaymentGatewayLog', index });
        expect(table(element).rows.map(({ cells }) => cells.interaction?.note)).toEqual([
            'Answered by PGL-2',
            'Answer to PGL-1'
        ]);
    });

    it('links by what is known of account and mode', () => {
        const state = readState([{ Id: 'p1', GatewayRefNumber: 'pi_1' }]);
        const urlIn = (element: HTMLElement) => table(element).rows[0]?.cells.reference?.reference?.url;
        expect(urlIn(create({ ...state, settings: { ...NO_SETTINGS, isSandbox: true } }))).toContain('/test/');
        expect(urlIn(create(state))).not.toContain('/test/');
    });
});
