import explain from '@salesforce/label/c.Payments_Explain_Show';
import copied from '@salesforce/label/c.Payments_Reference_Copied';
import copy from '@salesforce/label/c.Payments_Reference_Copy';
import newTab from '@salesforce/label/c.Payments_Reference_NewTab';
import none from '@salesforce/label/c.Payments_Reference_None';
import secret from '@salesforce/label/c.Payments_Reference_Secret';
import unsafe from '@salesforce/label/c.Payments_Reference_Unsafe';
import { copyTextOf } from 'c/clipboard';
import { formatLabel } from 'c/displayFormat';
import type { ReferenceView } from 'c/paymentRows';

/**
 * A reference in one line, in words: its text, which may be the link, and two buttons. A table draws it in each of its
 * rows, where a component would take too long; everywhere else `c-reference-cell` does.
 */
export interface ReferenceLine {
    /** The reference, or why there is none to read. */
    text: string;
    textClass: string;
    /** Set where the reference itself is the link. */
    url?: string;
    /** Where that link leads; undefined without it. */
    description?: string;
    linkDescription: string;
    /** Undefined where there is nothing to copy. */
    copyable?: string;
    copyText: string;
    explainText: string;
    /** Whether `c-reference-details` have something to show below it before anybody asks. */
    hasDetails: boolean;
}

/** The line of a reference. */
export function referenceLine(reference: ReferenceView): ReferenceLine {
    const { text, url, description, recordNumber, requestLog, warning, chosenFor } = reference;
    const isLink = isOwnLink(reference);
    return {
        text: textOf(reference),
        textClass: text === undefined ? 'slds-text-color_weak' : '',
        url: isLink ? url : undefined,
        description: isLink ? description : undefined,
        linkDescription: linkDescription(reference),
        copyable: text,
        copyText: formatLabel(copy, text ?? ''),
        explainText: formatLabel(explain, recordNumber),
        // Also after a choice of mode: the menu has handed its focus on when it goes.
        hasDetails: Boolean(requestLog ?? warning ?? chosenFor ?? (isLink ? undefined : url))
    };
}

/** Whether the reference itself is the link. Otherwise the link, or a choice of two, stands below it. */
export function isOwnLink({ url, choice, linkText, text }: ReferenceView): boolean {
    return url !== undefined && choice === undefined && linkText === text;
}

/** Read out with a link, which may be listed without the line below it: where it leads, and that it opens a new tab. */
export function linkDescription({ description }: ReferenceView): string {
    return [description, newTab].join(', ');
}

/** Copies the `data-text` of the button that was pressed, and says in a toast of the component whether that worked. */
export async function copyReference(component: EventTarget, event: Event): Promise<void> {
    await copyTextOf(component, event, copied);
}

/** Gives the focus to the button `explain` beside the details that can no longer keep it. */
export function focusOnExplain({ currentTarget }: Event): void {
    // The node, not the element: beside the details may be nothing but the shadow root.
    (currentTarget as HTMLElement).parentNode?.querySelector<HTMLElement>('.explain')?.focus();
}

function textOf({ kind, text }: ReferenceView): string {
    switch (kind) {
        case 'secret':
            return secret;
        case 'unsafe':
            return unsafe;
        default:
            return text ?? none;
    }
}
