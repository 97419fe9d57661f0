import {
    activeItem,
    activeText,
    all,
    click,
    find,
    linesIn,
    placeOf,
    placesInSight,
    press,
    pressKey,
    rendered,
    scrollTo,
    show
} from './viewer';

const ORDER = JSON.stringify({
    id: 'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    charges: { data: [{ id: 'ch_1', paid: true }], has_more: false },
    livemode: false
});
const MANY = JSON.stringify(Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`field_${index}`, index])));
const TEST_MODE = { mode: 'test', conflicts: [] };

describe('the tree', () => {
    it('is drawn open, and is accessible', async () => {
        const viewer = show(ORDER);
        expect(linesIn(viewer)).toEqual([
            'id: pi_3MtwBwLkdIwHu7ix28a3tqPa',
            'charges: 2 fields',
            'data: 1 item',
            '2 fields',
            'id: ch_1',
            'paid: true',
            'has_more: false',
            'livemode: false'
        ]);
        await expect(viewer).toBeAccessible();
    });

    it('is one stop for the Tab key, named like the message', () => {
        const viewer = show(ORDER, { context: TEST_MODE });
        const tree = find(viewer, '[role=tree]');
        expect([tree.tabIndex, tree.getAttribute('aria-label')]).toEqual([0, 'Response']);
        expect(all(viewer, '[role=tree] a').map(({ tabIndex }) => tabIndex)).toEqual([-1, -1]);
    });

    it('tells level, place and number of every entry, and whether it is open', () => {
        const viewer = show(ORDER);
        const told = all(viewer, '[role=treeitem]').map((item) =>
            ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) => item.getAttribute(name))
        );
        expect(told).toEqual([
            ['1', '1', '3', null],
            ['1', '2', '3', 'true'],
            ['2', '1', '2', 'true'],
            ['3', '1', '1', 'true'],
            ['4', '1', '2', null],
            ['4', '2', '2', null],
            ['2', '2', '2', null],
            ['1', '3', '3', null]
        ]);
    });

    it('starts at its first entry, and has one entry selected at any time', async () => {
        const viewer = show(ORDER);
        expect(activeText(viewer)).toContain('id:');
        await press(viewer, 'ArrowDown', 'ArrowDown');
        const selected = all(viewer, '[aria-selected=true]');
        expect(selected).toEqual([activeItem(viewer)]);
        expect(all(viewer, '.active')).toEqual(selected);
    });
});

describe('the keys of the tree', () => {
    it.each<[string[], string]>([
        [['ArrowDown'], '▾ charges: 2 fields'],
        [['ArrowDown', 'ArrowDown', 'ArrowUp'], '▾ charges: 2 fields'],
        [['ArrowUp'], 'id: pi_3MtwBwLkdIwHu7ix28a3tqPa'],
        [['End'], 'livemode: false'],
        [['End', 'ArrowDown'], 'livemode: false'],
        [['End', 'Home'], 'id: pi_3MtwBwLkdIwHu7ix28a3tqPa'],
        [['ArrowDown', 'ArrowRight'], '▾ data: 1 item'],
        [['ArrowRight'], 'id: pi_3MtwBwLkdIwHu7ix28a3tqPa'],
        [['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'], '▾ 2 fields'],
        [['ArrowLeft'], 'id: pi_3MtwBwLkdIwHu7ix28a3tqPa'],
        [['ArrowDown', 'ArrowLeft'], '▸ charges: 2 fields'],
        [['ArrowDown', 'ArrowLeft', 'ArrowDown'], 'livemode: false'],
        [['ArrowDown', 'ArrowLeft', 'ArrowLeft'], '▸ charges: 2 fields'],
        [['ArrowDown', 'ArrowLeft', 'ArrowRight'], '▾ charges: 2 fields'],
        [['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowRight'], '▾ data: 1 item'],
        [['ArrowDown', 'Enter'], '▸ charges: 2 fields'],
        [['ArrowDown', ' '], '▸ charges: 2 fields'],
        [['ArrowDown', ' ', ' '], '▾ charges: 2 fields'],
        [['End', ' ', 'Enter'], 'livemode: false']
    ])('%j lead to %j', async (keys, expected) => {
        const viewer = show(ORDER);
        await press(viewer, ...keys);
        expect(activeText(viewer)).toBe(expected);
    });

    it('close and open, which screen readers are told', async () => {
        const viewer = show(ORDER);
        await press(viewer, 'ArrowDown', 'ArrowLeft');
        expect(linesIn(viewer)).toEqual(['id: pi_3MtwBwLkdIwHu7ix28a3tqPa', 'charges: 2 fields', 'livemode: false']);
        expect(activeItem(viewer)?.getAttribute('aria-expanded')).toBe('false');
        await expect(viewer).toBeAccessible();
        await press(viewer, 'ArrowRight');
        expect(linesIn(viewer)).toHaveLength(8);
        expect(activeItem(viewer)?.getAttribute('aria-expanded')).toBe('true');
    });

    it('bring the entry that they lead to into sight, and have it drawn', async () => {
        const viewer = show(MANY);
        await press(viewer, 'End');
        expect(activeText(viewer)).toBe('field_149: 149');
        const { first, last } = placesInSight(viewer);
        expect([first <= 149, last >= 149]).toEqual([true, true]);
        await press(viewer, 'Home');
        expect(placesInSight(viewer).first).toBe(0);
        expect(activeText(viewer)).toBe('field_0: 0');
    });

    it('go on from the entry that they were at, also when it was scrolled out of sight', async () => {
        const viewer = show(MANY);
        await press(viewer, 'ArrowDown');
        await scrollTo(viewer, 120);
        expect(find(viewer, '[role=tree]').getAttribute('aria-activedescendant')).toBeNull();
        await press(viewer, 'ArrowDown');
        expect(activeText(viewer)).toBe('field_2: 2');
        expect(placesInSight(viewer).first).toBeLessThanOrEqual(2);
    });

    it('are not taken from the browser where they mean nothing to a tree, or come with a modifier', async () => {
        const viewer = show(ORDER);
        const events = [
            ...['Tab', 'Escape', 'a', 'PageDown'].map((key) => pressKey(viewer, key)),
            ...['altKey', 'ctrlKey', 'metaKey'].map((modifier) => pressKey(viewer, 'ArrowDown', { [modifier]: true }))
        ];
        await rendered();
        expect(events.filter(({ defaultPrevented }) => defaultPrevented)).toEqual([]);
        expect(activeText(viewer)).toContain('id:');
        expect(pressKey(viewer, 'ArrowDown').defaultPrevented).toBe(true);
    });

    it('follow a link, and do not follow it twice where the link itself has the focus', async () => {
        const viewer = show(ORDER, { context: TEST_MODE });
        const followed = jest.fn((event: Event) => event.preventDefault());
        const [link] = all(viewer, 'a');
        link?.addEventListener('click', followed);
        await press(viewer, 'Enter');
        expect(followed).toHaveBeenCalledTimes(1);
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true });
        link?.dispatchEvent(event);
        expect(followed).toHaveBeenCalledTimes(2);
        expect(event.defaultPrevented).toBe(true);
    });
});

describe('the mouse', () => {
    it('closes and opens what it is pressed on, where the keys then go on', async () => {
        const viewer = show(ORDER);
        const press2 = async () => {
            all(viewer, '.line')[1]?.click();
            await rendered();
        };
        await press2();
        expect(activeText(viewer)).toBe('▸ charges: 2 fields');
        await press2();
        expect(linesIn(viewer)).toHaveLength(8);
    });

    it('follows a link, and closes nothing by that', async () => {
        const viewer = show(ORDER, { context: TEST_MODE });
        const [link] = all(viewer, 'a');
        link?.addEventListener('click', (event) => event.preventDefault());
        link?.click();
        await rendered();
        expect(linesIn(viewer)).toHaveLength(8);
    });

    it('closes and opens all by one button each', async () => {
        const viewer = show(ORDER);
        await press(viewer, 'End');
        await click(viewer, '.collapse-all');
        expect(linesIn(viewer)).toEqual(['id: pi_3MtwBwLkdIwHu7ix28a3tqPa', 'charges: 2 fields', 'livemode: false']);
        expect(activeText(viewer)).toContain('id:');
        await click(viewer, '.expand-all');
        expect(linesIn(viewer)).toHaveLength(8);
    });

    it('opens all, and what the keyboard is at stays in sight', async () => {
        const viewer = show(JSON.stringify({ many: Array.from({ length: 300 }, (_, index) => index), last: true }));
        await press(viewer, ' ', 'End');
        expect(activeText(viewer)).toBe('last: true');
        await click(viewer, '.expand-all');
        expect(activeText(viewer)).toBe('last: true');
        expect(placeOf(activeItem(viewer) as HTMLElement)).toBe(301);
        expect(placesInSight(viewer).last).toBeGreaterThanOrEqual(301);
    });
});

describe('a Stripe id in the tree', () => {
    it('is a link that says that it opens in a new tab, where the mode is known', async () => {
        const viewer = show(ORDER, { context: TEST_MODE });
        const [link] = all(viewer, 'a') as HTMLAnchorElement[];
        expect(link).toMatchObject({
            href: 'https://dashboard.stripe.com/test/payments/pi_3MtwBwLkdIwHu7ix28a3tqPa',
            target: '_blank',
            rel: 'noopener noreferrer'
        });
        expect(link?.textContent).toBe('pi_3MtwBwLkdIwHu7ix28a3tqPa(opens in the Stripe Dashboard in a new tab)');
        await expect(viewer).toBeAccessible();
    });

    it('is a text where it is not', () => {
        expect(all(show(ORDER), 'a')).toEqual([]);
        expect(all(show(ORDER, { context: { conflicts: [] } }), 'a')).toEqual([]);
    });
});
