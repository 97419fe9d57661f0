/**
 * Puts a text on the clipboard. What must not leave the page has to be taken out before.
 * @returns whether the browser allowed it
 */
export async function copyToClipboard(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}
