import { isForm, redactForm } from './form';
import { redactUntilStable } from './untilStable';
import type { RedactionOptions } from './values';
import { isHarmless } from './values';

/** Redacts one line without structure: a form, or words with `key=value` pairs in them. */
export function redactPlain(text: string, options: RedactionOptions): string {
    if (isHarmless(text)) {
        return text;
    }
    if (isForm(text)) {
        return redactForm(text, options);
    }
    const redacted = redactUntilStable(text, options);
    // Without the white space that was hidden, it may be a form.
    return redacted !== text && isForm(redacted) ? redactForm(redacted, options) : redacted;
}
