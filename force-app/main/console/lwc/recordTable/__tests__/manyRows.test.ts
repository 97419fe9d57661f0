import { createElement } from 'lwc';
import type { Column, Row } from 'c/paymentRows';
import RecordTable from 'c/recordTable';

const COLUMNS: Column[] = [{ key: 'number', label: 'Number' }];
const ROW_HEIGHT = 40;

const makeRows = (count: number): Row[] =>
    Array.from({ length: count }, (_, index) => ({
        id: `p${index}`,
        status: '',
        searchText: `pay-${index}\ncaptured`,
        cells: { number: { text: `PAY-${index}`, record: { recordId: `p${index}`, objectName: 'Payment' } } }
    }));

const startOf = (body: Element) => Number((body as HTMLElement).dataset.start);

/** The browser's part: tells the table which of its rows have come into sight. */
class FakeObserver {
    static current?: FakeObserver;
    readonly targets = new Set<Element>();
    private readonly tell: (entries: object[]) => void;

    constructor(tell: (entries: object[]) => void) {
        this.tell = tell;
        FakeObserver.current = this;
    }

    observe(target: Element): void {
        this.targets.add(target);
    }

    disconnect(): void {
        this.targets.clear();
    }

    /** Puts the bodies in sight that begin with these rows, and takes the others out of it. */
    scrollTo(...starts: number[]): void {
        const targets = [...this.targets].filter((target) => target.isConnected);
        this.tell(
            targets.map((target) => ({
                target,
                isIntersecting: starts.includes(startOf(target)),
                boundingClientRect: { height: ROW_HEIGHT * target.querySelectorAll('tr').length }
            }))
        );
    }
}

const all = (element: HTMLElement, selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
const drawn = (element: HTMLElement) => all(element, 'a').map((link) => link.textContent);
const room = (element: HTMLElement, start: number) =>
    all(element, 'tbody')
        .find((body) => startOf(body) === start)
        ?.querySelector<HTMLElement>('.room');
const numbers = (first: number, count = 10) => Array.from({ length: count }, (_, index) => `PAY-${first + index}`);

function create(count: number) {
    const element = createElement('c-record-table', { is: RecordTable });
    document.body.appendChild(Object.assign(element, { caption: 'Payments', columns: COLUMNS, rows: makeRows(count) }));
    return element;
}

async function scrollTo(...starts: number[]): Promise<void> {
    FakeObserver.current?.scrollTo(...starts);
    await Promise.resolve();
}

describe('c-record-table with many rows', () => {
    beforeAll(() => Object.assign(globalThis, { IntersectionObserver: FakeObserver }));
    beforeEach(() => {
        FakeObserver.current = undefined;
    });
    afterAll(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));

    it('draws all of 50 rows, and watches nothing', () => {
        const element = create(50);
        expect(drawn(element)).toEqual(numbers(0, 50));
        expect(all(element, 'table')[0]?.getAttribute('aria-rowcount')).toBeNull();
        expect(FakeObserver.current).toBeUndefined();
    });

    it('draws the first of more rows, and keeps room for the others', async () => {
        const element = create(1000);
        expect(drawn(element)).toEqual(numbers(0, 20));
        expect(all(element, 'tr').length).toBeLessThan(60);
        await expect(element).toBeAccessible();
    });

    it('tells screen readers how many rows there are, and which one each is', () => {
        const element = create(1000);
        expect(all(element, 'table')[0]?.getAttribute('aria-rowcount')).toBe('1001');
        expect(all(element, '.slds-hint-parent').map((row) => row.getAttribute('aria-rowindex'))).toEqual(
            Array.from({ length: 20 }, (_, index) => String(index + 2))
        );
    });

    it('draws what comes into sight, and no longer what has left it', async () => {
        const element = create(1000);
        await scrollTo(0, 10);
        await scrollTo(10, 20);
        expect(drawn(element)).toEqual(numbers(10, 20));
    });

    it('goes on doing so when it is moved to another place of the page', async () => {
        const element = create(1000);
        await scrollTo(0, 10);
        element.remove();
        document.body.appendChild(element);
        await scrollTo(800);
        expect(drawn(element)).toEqual(numbers(800));
    });

    it('finds its way into the room of many rows', async () => {
        const element = create(1000);
        await scrollTo(0, 10);
        await scrollTo(800);
        expect(drawn(element)).toEqual(numbers(800));
        await scrollTo(930, 940);
        expect(drawn(element)).toEqual(numbers(930, 20));
    });

    it('keeps as much room as the rows took, and guesses that of the others from it', async () => {
        const element = create(1000);
        await scrollTo(0);
        expect(room(element, 100)?.style.height).toBe(`${10 * ROW_HEIGHT}px`);
        expect(room(element, 200)?.style.height).toBe(`${200 * ROW_HEIGHT}px`);
    });

    it('keeps the row with the focus, wherever the page is scrolled to', async () => {
        const element = create(1000);
        await scrollTo(0, 10);
        const link = element.shadowRoot?.querySelector<HTMLElement>('tbody a');
        link?.focus();
        await scrollTo(800);
        expect(drawn(element)).toEqual([...numbers(0), ...numbers(800)]);
        expect(element.shadowRoot?.activeElement).toBe(link);
        link?.blur();
        await scrollTo(800);
        expect(drawn(element)).toEqual(numbers(800));
    });

    it('keeps no rows for the focus on a header', async () => {
        const element = create(1000);
        await scrollTo(0, 10);
        element.shadowRoot?.querySelector<HTMLElement>('th button')?.focus();
        await scrollTo(800);
        expect(drawn(element)).toEqual(numbers(800));
    });

    it('has the text of rows that are not drawn for the search of the browser, one line a row', async () => {
        const element = create(1000);
        expect(room(element, 200)?.textContent).toBe('');
        element.isSearchable = true;
        await Promise.resolve();
        expect(room(element, 200)?.textContent).toMatch(/^pay-200 captured\npay-201 captured\n/);
        expect(room(element, 200)?.closest('tr')?.ariaHidden).toBe('true');
    });

    it('stays where it is when the rows are sorted', async () => {
        const element = create(1000);
        await scrollTo(800);
        element.rows = makeRows(1000).reverse();
        await Promise.resolve();
        expect(drawn(element)).toEqual(Array.from({ length: 10 }, (_, index) => `PAY-${199 - index}`));
    });

    it('shows the first rows when a filter leaves too few to stay where it was', async () => {
        const element = create(1000);
        await scrollTo(800);
        element.rows = makeRows(60);
        await Promise.resolve();
        expect(drawn(element)).toEqual(numbers(0, 20));
        element.rows = makeRows(3);
        await Promise.resolve();
        expect(drawn(element)).toEqual(numbers(0, 3));
    });

    it('stops watching when it leaves the page', () => {
        const element = create(1000);
        expect(FakeObserver.current?.targets.size).toBeGreaterThan(0);
        element.remove();
        expect(FakeObserver.current?.targets.size).toBe(0);
    });
});
