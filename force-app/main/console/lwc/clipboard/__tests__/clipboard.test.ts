import { copyToClipboard, copyWithToast } from 'c/clipboard';

const writeText = jest.fn((_text: string) => Promise.resolve());

/** The toasts that a component shows when the text is copied. */
async function toastsAfterCopying(text: string, doneText?: string): Promise<unknown[]> {
    const component = new EventTarget();
    const toasts: unknown[] = [];
    component.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    await copyWithToast(component, text, doneText);
    return toasts;
}

beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});

describe('copyToClipboard', () => {
    it('copies the text as it is', async () => {
        expect(await copyToClipboard('pi_1\n“two”')).toBe(true);
        expect(writeText).toHaveBeenCalledWith('pi_1\n“two”');
    });

    it('tells that the browser refused', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        expect(await copyToClipboard('pi_1')).toBe(false);
    });

    it('tells that the browser has no clipboard, as on a page without HTTPS', async () => {
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
        expect(await copyToClipboard('pi_1')).toBe(false);
    });
});

describe('copyWithToast', () => {
    it('says that it worked, in the words given where there are any', async () => {
        expect(await toastsAfterCopying('pi_1')).toEqual([
            expect.objectContaining({ title: 'Copied.', variant: 'success' })
        ]);
        expect(await toastsAfterCopying('pi_1', 'pi_1 copied')).toEqual([
            expect.objectContaining({ title: 'pi_1 copied', variant: 'success' })
        ]);
    });

    it('says what to do where it did not, and does not repeat the text', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const toasts = await toastsAfterCopying('pi_1', 'pi_1 copied');
        expect(toasts).toEqual([expect.objectContaining({ variant: 'warning' })]);
        expect(JSON.stringify(toasts)).not.toContain('pi_1');
    });
});
