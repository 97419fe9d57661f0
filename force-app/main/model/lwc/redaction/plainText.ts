import { isForm, redactForm } from './form';
import { redactUntilStable } from './untilStable';
import type { RedactionOptions } from './values';
import { isHarmless } from './values';

/** Redacts one line without structure: a form, or words with `key=value` pairs in them. */
export function redactPlain(text: string, options: RedactionOptions): string {
    if (isHarmless(text)) {
        return text;
    }
    return isForm(text) ? redactForm(text, options) : redactUntilStable(text, options);
}
