import fc from 'fast-check';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { all, click, find, linesIn, rendered, scrollThrough, search, show, showAs, statusOf, textIn } from './viewer';

const writeText = jest.fn((_text: string) => Promise.resolve());

beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});

const named = (elements: HTMLElement[]) =>
    elements.map((element) => (element as HTMLElement & { alternativeText: string }).alternativeText);

describe('c-message-view', () => {
    it('says that nothing was recorded', async () => {
        const viewer = show('  \n ');
        expect(textIn(viewer)).toBe('Nothing was recorded.');
        await expect(viewer).toBeAccessible();
    });

    it('names what can be pressed', () => {
        const viewer = show('{"a":1}');
        expect(named(all(viewer, 'lightning-button-icon'))).toEqual([
            'Previous match',
            'Next match',
            'Expand all',
            'Collapse all',
            'Copy Response, redacted'
        ]);
        expect(find(viewer, 'lightning-input')).toMatchObject({ label: 'Search Response' });
        expect(find(viewer, 'lightning-radio-group')).toMatchObject({
            label: 'View of Response',
            value: 'tree',
            options: [
                { label: 'Tree', value: 'tree' },
                { label: 'Text', value: 'text' }
            ]
        });
    });

    it('shows a text without structure as text, and offers no tree', async () => {
        const viewer = show('Declined.\n\nAsk the bank.');
        expect(linesIn(viewer)).toEqual(['Declined.', '', 'Ask the bank.']);
        expect(all(viewer, 'lightning-radio-group, .expand-all, .collapse-all')).toEqual([]);
        await expect(viewer).toBeAccessible();
    });

    it('shows the text on request, in a region that the keyboard can scroll', async () => {
        const viewer = show('{"a":{"b":1}}');
        await showAs(viewer, 'text');
        expect(linesIn(viewer)).toEqual(['{', '  "a": {', '    "b": 1', '  }', '}']);
        const region = find(viewer, '[role=region]');
        expect([region.tabIndex, region.getAttribute('aria-label')]).toEqual([0, 'Response']);
        expect(find(viewer, 'lightning-radio-group')).toMatchObject({ value: 'text' });
        await expect(viewer).toBeAccessible();
    });

    it('is a tree at first, also while it is still to come, when there is nothing to copy', async () => {
        const viewer = show('', { isLoading: true });
        expect(find(viewer, 'lightning-radio-group')).toMatchObject({ value: 'tree' });
        expect(find(viewer, '.copy')).toMatchObject({ disabled: true });
        Object.assign(viewer, { message: parseGatewayMessage('{"a":1}'), isLoading: false });
        await rendered();
        expect(find(viewer, 'lightning-radio-group')).toMatchObject({ value: 'tree' });
        expect(find(viewer, '.copy')).toMatchObject({ disabled: false });
        expect(all(viewer, '[role=tree]')).toHaveLength(1);
    });

    it('is the text that was chosen while it was still to come, and in the messages after it', async () => {
        const viewer = show('', { isLoading: true });
        await showAs(viewer, 'text');
        const linesOf = async (body: string) => {
            Object.assign(viewer, { message: parseGatewayMessage(body), isLoading: false });
            await rendered();
            return linesIn(viewer);
        };
        expect(await linesOf('{"a":1}')).toEqual(['{', '  "a": 1', '}']);
        expect(await linesOf('{"b":2}')).toEqual(['{', '  "b": 2', '}']);
        expect(find(viewer, 'lightning-radio-group')).toMatchObject({ value: 'text' });
    });

    it('marks where a long line is continued, for the eye alone', async () => {
        const viewer = show('x'.repeat(300));
        expect(all(viewer, '.line').map((line) => line.querySelector('[aria-hidden=true]')?.textContent)).toEqual([
            undefined,
            '↩'
        ]);
    });

    it('shows in the text view, scrolled through, the redacted text of any body', async () => {
        const bodies = fc.oneof(
            fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify({ value }, undefined, 1)),
            fc.array(fc.string(), { maxLength: 120 }).map((lines) => lines.join('\n'))
        );
        const numRuns = Math.min(20, fc.readConfigureGlobal().numRuns ?? 20);
        await fc.assert(
            fc.asyncProperty(bodies, async (body) => {
                document.body.replaceChildren();
                const viewer = show(body);
                const { lines, format } = parseGatewayMessage(body);
                fc.pre(format !== 'empty');
                if (all(viewer, 'lightning-radio-group').length > 0) {
                    await showAs(viewer, 'text');
                }
                const drawn = new Map<string, string>();
                await scrollThrough(viewer, (elements) =>
                    elements.forEach((element) => {
                        const note = element.querySelector('.note')?.textContent ?? '';
                        const text = (element.textContent ?? '').slice(note.length);
                        drawn.set(element.dataset.index ?? '', note === '' ? `\n${text}` : text);
                    })
                );
                const inOrder = [...drawn].sort(([left], [right]) => Number(left) - Number(right));
                expect(inOrder.map(([, text]) => text).join('')).toBe(`\n${textOfLines(lines)}`);
            }),
            { numRuns }
        );
    });

    it('shows a form nested as it is meant', () => {
        expect(linesIn(show('amount=1099&metadata[order_id]=00000102&expand[]=charges'))).toEqual([
            'amount: 1099',
            'metadata: 1 field',
            'order_id: 00000102',
            'expand: 1 item',
            'charges'
        ]);
    });

    it('shows what stands before JSON beside the tree, and within the text', async () => {
        const viewer = show('ERROR: {"code":"card_declined"}');
        expect(find(viewer, '.prefix').textContent).toBe('ERROR:');
        expect(linesIn(viewer)).toEqual(['code: card_declined']);
        await showAs(viewer, 'text');
        expect(all(viewer, '.prefix')).toEqual([]);
        expect(linesIn(viewer)[0]).toBe('ERROR:');
    });

    it('shows JSON that was in a text as a tree', () => {
        expect(linesIn(show('{"body":"{\\"a\\":1}"}'))).toEqual(['body: 1 field JSON in a text', 'a: 1']);
    });
});

describe('the notices', () => {
    const noticesOf = (body: string) => all(show(body), '.notice').map(({ textContent }) => textContent);

    it('say where a body is cut off, and its last value says so too', async () => {
        const viewer = show('{"status":"succeeded","description":"Order 1');
        expect(find(viewer, '.notice').textContent).toBe(
            'The text ends after 44 characters, before its structure does. It is shown as far as it goes.'
        );
        expect(linesIn(viewer).at(-1)).toMatch(/cut off here$/);
        await expect(viewer).toBeAccessible();
    });

    it('say that a text is as long as the field can be', () => {
        expect(noticesOf('word '.repeat(30_000).slice(0, 131_072))).toEqual([
            'The text is as long as the field can be, so that its end may be missing.'
        ]);
    });

    it('say that a body is very deep', () => {
        expect(noticesOf(`${'['.repeat(1_200)}1${']'.repeat(1_200)}`)).toEqual([
            'The text is nested 1,200 levels deep, too deep to be indented.'
        ]);
    });

    it('are none for a usual body', () => {
        expect(noticesOf('{"a":1}')).toEqual([]);
    });
});

describe('copying', () => {
    const BODY = '{"id":"pi_1","client_secret":"pi_1_secret_abcdef","email":"jane@example.com"}';

    it('gives away the redacted text, and says so', async () => {
        const viewer = show(BODY);
        await click(viewer, '.copy');
        await rendered();
        expect(writeText).toHaveBeenCalledWith(textOfLines(parseGatewayMessage(BODY).lines));
        expect(writeText.mock.calls[0]?.[0]).not.toMatch(/secret_abcdef|jane/);
        expect(statusOf(viewer)).toBe('Copied.');
        await search(viewer, 'id');
        expect(statusOf(viewer)).not.toContain('Copied.');
    });

    it('says what to do where the browser does not allow it', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const viewer = show(BODY);
        await click(viewer, '.copy');
        await rendered();
        await rendered();
        expect(statusOf(viewer)).toContain('copy');
    });

    it('is not offered where the reason must not be passed on, which is said', async () => {
        const viewer = show('{"decline_code":"stolen_card"}', { isConfidential: true });
        expect(all(viewer, '.copy')).toEqual([]);
        expect(textIn(viewer)).toContain('The reason of this decline must not be passed on');
        await expect(viewer).toBeAccessible();
    });

    it('gives no confidential reason away, also where nobody knew of it', async () => {
        await click(show('Declined by the bank: stolen_card, Fraudulent, pickup_card.'), '.copy');
        expect(writeText).toHaveBeenCalledWith('Declined by the bank: card_declined, card_declined, card_declined.');
    });
});
