import type { RedactionOptions } from './plainText';
import { redactPlain } from './plainText';
import { redactLines } from './textRedactor';

export { MASK } from 'c/gatewayReference';
export { unescapeJson } from './escapes';
export type { KeyRule, MaskKind, Position } from './keyRules';
export { maskAt, positionBelow, positionOfObject, ruleOfKey } from './keyRules';
export type { RedactionOptions } from './plainText';
export { decodePercent, maskOfValue, maskText } from './plainText';
export { findClosingQuote, findQuoted } from './quotes';
export type { Quote, Quoted } from './quotes';
export { LineRedactor, redactKey } from './textRedactor';

/**
 * Redacts a free text: a message, a cell, what goes to the clipboard or into an export. Total, and the same again when it
 * is redacted again. Secrets are always hidden; personal data unless `revealPersonal` says otherwise, as far as its key
 * or its shape tells it: a name in the middle of a sentence has neither.
 *
 * Structure is understood where there is some (JSON, forms, HTTP headers, CSV), and everything that is not hidden stays
 * as it is. Stripe ids stay everywhere.
 */
export function redactText(text: string, options: RedactionOptions = {}): string {
    return /["\n:[{]/.test(text) ? redactLines(text, options) : redactPlain(text, options);
}
