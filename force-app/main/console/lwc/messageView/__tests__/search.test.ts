import { parseGatewayMessage } from 'c/gatewayMessage';
import {
    activeText,
    all,
    click,
    enterInSearch,
    find,
    linesIn,
    markedTexts,
    placeOf,
    placesInSight,
    rendered,
    scrollTo,
    search,
    show,
    showAs,
    statusOf
} from './viewer';
import type { Viewer } from './viewer';

const CHARGES = JSON.stringify({
    data: Array.from({ length: 300 }, (_, index) => ({ amount: index, outcome: { reason: `reason_${index}` } }))
});

const nextButton = (viewer: Viewer) => find(viewer, 'lightning-button-icon:nth-of-type(2)');

async function pressNext(viewer: Viewer): Promise<void> {
    nextButton(viewer).dispatchEvent(new CustomEvent('click'));
    await rendered();
}

async function pressPrevious(viewer: Viewer): Promise<void> {
    find(viewer, 'lightning-button-icon:nth-of-type(1)').dispatchEvent(new CustomEvent('click'));
    await rendered();
}

const currentLines = (viewer: Viewer) => all(viewer, '.current');

function isCurrentInSight(viewer: Viewer): boolean {
    const [line] = currentLines(viewer);
    const { first, last } = placesInSight(viewer);
    return line !== undefined && placeOf(line) >= first && placeOf(line) <= last;
}

describe('the search in the tree', () => {
    it('finds what is closed and out of sight, opens it, and brings it into sight', async () => {
        const viewer = show(CHARGES);
        expect(linesIn(viewer)).not.toContain('reason: reason_250');
        await search(viewer, 'reason_250');
        expect(activeText(viewer)).toBe('reason: reason_250');
        expect(isCurrentInSight(viewer)).toBe(true);
        expect(markedTexts(viewer)).toEqual(['reason_250']);
        expect(statusOf(viewer)).toBe('1 of 1 matching lines');
        await expect(viewer).toBeAccessible();
    });

    it('counts, goes on, goes back, and around both ends', async () => {
        const viewer = show('{"a":"one","b":{"c":"one"},"one":2}');
        await search(viewer, 'ONE');
        expect([statusOf(viewer), activeText(viewer)]).toEqual(['1 of 3 matching lines', 'a: one']);
        await pressNext(viewer);
        expect([statusOf(viewer), activeText(viewer)]).toEqual(['2 of 3 matching lines', 'c: one']);
        await pressNext(viewer);
        expect([statusOf(viewer), activeText(viewer)]).toEqual(['3 of 3 matching lines', 'one: 2']);
        await pressNext(viewer);
        expect(activeText(viewer)).toBe('a: one');
        await pressPrevious(viewer);
        expect(activeText(viewer)).toBe('one: 2');
    });

    it('goes on with Enter, and back with Shift and Enter', async () => {
        const viewer = show('{"a":"one","b":"one","c":"one"}');
        await search(viewer, 'one');
        await enterInSearch(viewer);
        expect(activeText(viewer)).toBe('b: one');
        await enterInSearch(viewer, { shiftKey: true });
        await enterInSearch(viewer, { shiftKey: true });
        expect(activeText(viewer)).toBe('c: one');
    });

    it('marks every match, and the line that is looked at besides', async () => {
        const viewer = show('{"card":"a card, Card_1","id":"x"}');
        await search(viewer, 'card');
        expect(markedTexts(viewer)).toEqual(['card', 'card', 'Card']);
        expect(currentLines(viewer).map((line) => line.dataset.index)).toEqual(['0']);
    });

    it('finds beside characters that change their length with their case', async () => {
        const viewer = show('{"note":"İİİ needle"}');
        await search(viewer, 'NEEDLE');
        expect(markedTexts(viewer)).toEqual(['needle']);
        await search(viewer, 'İ');
        expect(markedTexts(viewer).join('')).toContain('İİİ');
    });

    it('shows the part of a long value that matches', async () => {
        const viewer = show(JSON.stringify({ note: `${'word '.repeat(20_000)}needle` }));
        await search(viewer, 'needle');
        expect(markedTexts(viewer)).toEqual(['needle']);
    });

    it('says that nothing matches, and has then nowhere to go', async () => {
        const viewer = show('{"a":1}');
        await search(viewer, 'needle');
        expect(statusOf(viewer)).toBe('No line matches.');
        expect(nextButton(viewer)).toMatchObject({ disabled: true });
        await enterInSearch(viewer);
        await pressNext(viewer);
        expect(statusOf(viewer)).toBe('No line matches.');
    });

    it('forgets its marks when the text to search for is deleted', async () => {
        const viewer = show('{"a":1}');
        await search(viewer, 'a');
        await search(viewer, '  ');
        expect([markedTexts(viewer), currentLines(viewer), statusOf(viewer)]).toEqual([[], [], '']);
    });

    it('marks the match again that is closed or scrolled away meanwhile', async () => {
        const viewer = show(CHARGES);
        await search(viewer, 'reason_250');
        await click(viewer, '.collapse-all');
        expect(markedTexts(viewer)).toEqual([]);
        await enterInSearch(viewer);
        expect(activeText(viewer)).toBe('reason: reason_250');
        await scrollTo(viewer, 0);
        await enterInSearch(viewer);
        expect(isCurrentInSight(viewer)).toBe(true);
    });
});

describe('the search in the text', () => {
    it('finds what is out of sight, and brings it into sight', async () => {
        const viewer = show(CHARGES);
        await showAs(viewer, 'text');
        await search(viewer, 'reason_250');
        expect(markedTexts(viewer)).toEqual(['reason_250']);
        expect(isCurrentInSight(viewer)).toBe(true);
        expect(currentLines(viewer)).toHaveLength(1);
        await expect(viewer).toBeAccessible();
    });

    it('finds the very part of a long line, and goes through all parts that match', async () => {
        const text = `${'word '.repeat(10_000)}needle${' word'.repeat(10_000)} needle`;
        const viewer = show(text);
        await search(viewer, 'needle');
        expect(statusOf(viewer)).toBe('1 of 2 matching lines');
        expect([isCurrentInSight(viewer), markedTexts(viewer)]).toEqual([true, ['needle']]);
        await enterInSearch(viewer);
        expect([isCurrentInSight(viewer), markedTexts(viewer)]).toEqual([true, ['needle']]);
        expect(placeOf(currentLines(viewer)[0] as HTMLElement)).toBe(Math.floor(text.lastIndexOf('needle') / 160));
    });

    it('marks a match that is continued in the next line in both', async () => {
        const viewer = show(`${'x'.repeat(158)} needle`);
        await search(viewer, 'needle');
        expect(markedTexts(viewer)).toEqual(['n', 'eedle']);
    });

    it('is done again when the view changes', async () => {
        const viewer = show('{"a":"one","b":"one"}');
        await search(viewer, '"a"');
        expect(statusOf(viewer)).toBe('No line matches.');
        await showAs(viewer, 'text');
        expect(statusOf(viewer)).toBe('1 of 1 matching lines');
        await showAs(viewer, 'tree');
        expect(statusOf(viewer)).toBe('No line matches.');
    });
});

describe('the search in another message', () => {
    it('is done again, and never at a match that is no longer there', async () => {
        const masked = '{"name":"Jane","email":"jane@example.com","id":"••••••"}';
        const viewer = show(masked);
        await search(viewer, '••••••');
        await enterInSearch(viewer);
        await enterInSearch(viewer);
        expect(statusOf(viewer)).toBe('3 of 3 matching lines');
        viewer.message = parseGatewayMessage(masked, { revealPersonal: true });
        await rendered();
        expect(statusOf(viewer)).toBe('1 of 1 matching lines');
    });
});
