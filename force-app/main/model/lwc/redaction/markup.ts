import { ruleOfKey } from './keyRules';
import type { RedactionOptions } from './values';
import { maskOfValue, maskText } from './values';

/** The text of an element of XML, told by its end: a quotation mark of an attribute may stand before it. */
const TEXT_AND_END = />([^<>]+)(?=<\\?\/(?:[\w.-]{1,100}:)?([\w.-]{1,100})>)/g;

export function mayHoldMarkup(text: string): boolean {
    return text.includes('</') || text.includes('<\\/');
}

/** Redacts the texts of elements by their names, as in orders that a storefront exports. */
export function redactMarkup(markup: string, options: RedactionOptions): string {
    return markup.replace(TEXT_AND_END, (all, text: string, name: string) => {
        const kind = maskOfValue(text.trim(), 'open', ruleOfKey(name));
        const isShown = kind === undefined || (kind === 'personal' && options.revealPersonal);
        return isShown ? all : `>${maskText(text, kind)}`;
    });
}
