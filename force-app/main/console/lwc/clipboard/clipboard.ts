import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import copied from '@salesforce/label/c.Payments_Copy_Done';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import { formatLabel } from 'c/displayFormat';

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

/**
 * Puts a text on the clipboard and says in a toast whether that worked.
 * @param component the component whose button was pressed
 * @param doneText what the toast says when it worked
 */
export async function copyWithToast(component: EventTarget, text: string, doneText: string = copied): Promise<void> {
    const isCopied = await copyToClipboard(text);
    const toast = isCopied
        ? { title: doneText, variant: 'success' as const }
        : { title: copyFailed, variant: 'warning' as const };
    component.dispatchEvent(new ShowToastEvent(toast));
}

/**
 * Copies the `data-text` of the button that was pressed, and says in a toast whether that worked.
 * @param component the component whose button was pressed
 * @param doneLabel what the toast says when it worked; {0} is the text
 */
export async function copyTextOf(component: EventTarget, { currentTarget }: Event, doneLabel = copied): Promise<void> {
    const { text = '' } = (currentTarget as HTMLElement).dataset;
    await copyWithToast(component, text, formatLabel(doneLabel, text));
}
