import { createElement } from 'lwc';
import { adviceLines, failureInWords } from 'c/adviceText';
import type { Cell, Column, Row } from 'c/paymentRows';
import FailureAdvice from 'c/failureAdvice';
import RecordTable from 'c/recordTable';

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base: new () => object) =>
        class extends Base {
            [Navigate](reference: unknown): void {
                mockNavigate(reference);
            }
        };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

const COLUMNS: Column[] = [
    { key: 'number', label: 'Number' },
    { key: 'amount', label: 'Amount', isNumber: true },
    { key: 'status', label: 'Status' },
    { key: 'reference', label: 'Reference', isLong: true }
];

const ROW: Row = {
    id: 'p1',
    status: 'Processed',
    searchText: '',
    cells: {
        number: { text: 'P-0001', record: { recordId: 'p1', objectName: 'Payment' } },
        amount: { text: '$10.00', sortValue: 10 },
        status: { text: 'Processed', tone: 'success' },
        reference: {
            text: 'pi_1',
            reference: { kind: 'stripe', text: 'pi_1', recordNumber: 'P-0001', explain: () => [] }
        }
    }
};

function create(properties: object = {}): HTMLElement {
    const element = createElement('c-record-table', { is: RecordTable });
    Object.assign(element, { caption: 'Payments', columns: COLUMNS, rows: [ROW], ...properties });
    document.body.appendChild(element);
    return element;
}

const all = (element: HTMLElement, selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
const cellsOf = (element: HTMLElement) => all(element, 'td');

describe('c-record-table', () => {
    it('is an accessible table with a caption, headers and labelled cells', async () => {
        const element = create();
        expect(all(element, 'caption')[0]?.textContent).toBe('Payments');
        expect(all(element, 'th').map((header) => header.textContent)).toEqual(COLUMNS.map(({ label }) => label));
        expect(cellsOf(element).map((cell) => cell.getAttribute('data-label'))).toEqual(
            COLUMNS.map(({ label }) => label)
        );
        await expect(element).toBeAccessible();
    });

    it('draws each kind of cell', () => {
        const element = create();
        const [number, amount, status, reference] = cellsOf(element);
        expect(number?.querySelector('a')?.getAttribute('href')).toBe('/lightning/r/Payment/p1/view');
        expect(amount?.className).toBe('slds-text-align_right number');
        expect(reference?.className).toBe('slds-cell-wrap long');
        expect(amount?.textContent).toBe('$10.00');
        expect(status?.querySelector('.slds-theme_success')?.textContent).toBe('Processed');
        expect(reference?.querySelector('button.copy')?.textContent).toBe('Copy pi_1');
    });

    it('offers to read a log, by a button that names it', async () => {
        const number = {
            text: 'PGL-1',
            record: { recordId: 'l1', objectName: 'PaymentGatewayLog' as const },
            logId: 'l1'
        };
        const element = create({ rows: [ROW, { ...ROW, id: 'l1', cells: { ...ROW.cells, number } }] });
        const buttons = all(element, '.read-log');
        expect(buttons.map((button) => [button.textContent, button.ariaLabel])).toEqual([
            ['Read log', 'Read log PGL-1']
        ]);
        const handler = jest.fn();
        document.body.addEventListener('readlog', handler, { once: true });
        buttons[0]?.dispatchEvent(new CustomEvent('click'));
        expect(handler.mock.calls[0]?.[0]).toMatchObject({ detail: { logId: 'l1' } });
        await expect(element).toBeAccessible();
    });

    it('lets a text break that is too long for its column', () => {
        const withStatus = (status: Cell) =>
            all(create({ rows: [{ ...ROW, cells: { ...ROW.cells, status } }] }), 'table')[0];
        const usual = withStatus({ text: 'x'.repeat(24), note: 'y'.repeat(120) });
        const long = withStatus({ text: 'x'.repeat(25) });
        const withNote = withStatus({ text: 'Failed', note: 'y'.repeat(121) });
        expect([usual, long, withNote].map((table) => table?.classList.contains('overlong'))).toEqual([
            false,
            true,
            true
        ]);
    });

    it('shows a note below the text, and the advice on a failure', async () => {
        const failure = failureInWords({ declineCode: 'insufficient_funds' });
        const cells = { status: { text: 'Failed', note: 'Attempt 1 of 2', failure } };
        const element = create({ rows: [{ ...ROW, cells }] });
        const [, , status] = cellsOf(element);
        expect(status?.querySelector('.slds-text-body_small')?.textContent).toBe('Attempt 1 of 2');
        const advice = [...(status?.querySelectorAll('p') ?? [])].map((line) => line.firstChild?.textContent);
        expect(advice).toEqual(adviceLines(failure).map(({ text }) => text));
        expect(all(element, 'p')).toHaveLength(3);
        await expect(element).toBeAccessible();
    });

    it.each(['insufficient_funds', 'stolen_card'])('draws the advice as c-failure-advice does: %s', (declineCode) => {
        const failure = failureInWords({ declineCode });
        const alone = createElement('c-failure-advice', { is: FailureAdvice }) as unknown as HTMLElement;
        document.body.appendChild(Object.assign(alone, { failure }));
        const outline = (element: HTMLElement) =>
            all(element, 'p, p *').map(({ localName, className, textContent }) => [localName, className, textContent]);
        expect(outline(alone).length).toBeGreaterThan(5);
        expect(outline(create({ rows: [{ ...ROW, cells: { status: { text: 'Failed', failure } } }] }))).toEqual(
            outline(alone)
        );
    });

    it('copies what the customer may be told of a failure', async () => {
        const writeText = jest.fn().mockResolvedValue(undefined);
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
        const failure = failureInWords({ declineCode: 'insufficient_funds' });
        const element = create({ rows: [{ ...ROW, cells: { status: { text: 'Failed', failure } } }] });
        const toast = new Promise((resolve) => element.addEventListener('lightning__showtoast', resolve));
        all(element, '.copy-customer')[0]?.dispatchEvent(new CustomEvent('click'));
        await toast;
        expect(writeText).toHaveBeenCalledWith(failure.customer);
    });

    it('leaves cells without a value empty', () => {
        const element = create({ rows: [{ ...ROW, cells: { status: { text: '', tone: 'neutral' } } }] });
        expect(cellsOf(element).map((cell) => cell.textContent)).toEqual(['', '', '', '']);
        expect(all(element, '.slds-badge')).toHaveLength(0);
    });

    it('says how the rows are sorted', () => {
        const element = create({ sortOrder: { key: 'amount', isDescending: true } });
        expect(all(element, 'th').map((header) => header.getAttribute('aria-sort'))).toEqual([
            'none',
            'descending',
            'none',
            'none'
        ]);
    });

    it('asks to be sorted by the column whose header is pressed', () => {
        const element = create();
        const handler = jest.fn();
        element.addEventListener('sort', handler);
        (all(element, 'th button')[1] as HTMLElement).click();
        expect(handler.mock.calls[0]?.[0]).toMatchObject({ detail: { key: 'amount' } });
    });

    it('opens a record as Lightning does, but leaves a click with a modifier to the browser', () => {
        const element = create();
        const link = all(element, 'td a')[0];
        const plain = new MouseEvent('click', { cancelable: true });
        link?.dispatchEvent(plain);
        expect(plain.defaultPrevented).toBe(true);
        expect(mockNavigate).toHaveBeenCalledWith({
            type: 'standard__recordPage',
            attributes: { recordId: 'p1', objectApiName: 'Payment', actionName: 'view' }
        });
        const newTab = new MouseEvent('click', { cancelable: true, ctrlKey: true });
        link?.dispatchEvent(newTab);
        expect(newTab.defaultPrevented).toBe(false);
        expect(mockNavigate).toHaveBeenCalledTimes(1);
    });
});
