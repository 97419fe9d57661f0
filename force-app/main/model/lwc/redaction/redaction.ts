import { redactPlain } from './plainText';
import { hasStructure, redactLines } from './textRedactor';
import type { RedactionOptions } from './values';

export { MASK } from 'c/gatewayReference';
export { decodePercent, unescapeJson } from './escapes';
export type { KeyRule, MaskKind, Position } from './keyRules';
export { maskAt, positionBelow, positionOfObject, ruleOfKey } from './keyRules';
export { findClosingQuote, findQuoted } from './quotes';
export type { Quote, Quoted } from './quotes';
export { LineRedactor, redactKey } from './textRedactor';
export type { RedactionOptions } from './values';
export { maskOfValue, maskText } from './values';

/**
 * Redacts a free text: a message, a cell, what goes to the clipboard or into an export. Total, and the same again when it
 * is redacted again. Secrets are always hidden; personal data unless `revealPersonal` says otherwise, as far as its key
 * or its shape tells it: a name in the middle of a sentence has neither.
 *
 * Structure is understood where there is some (JSON, forms, HTTP headers, CSV), and everything that is not hidden stays
 * as it is. Stripe ids stay everywhere.
 */
export function redactText(text: string, options: RedactionOptions = {}): string {
    return text.includes(':') || hasStructure(text) ? redactLines(text, options) : redactPlain(text, options);
}
