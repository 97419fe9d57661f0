import { findStripeReferences, isLongStripeId, MASK, parseGatewayReference } from 'c/gatewayReference';
import type { MaskKind, Position } from './keyRules';
import { maskAt, ruleOfKey } from './keyRules';

/** What may be shown: `revealPersonal` for who has the permission. There is no such choice for secrets. */
export interface RedactionOptions {
    revealPersonal?: boolean;
}

/**
 * Words in lower case joined by underscores, as Stripe's codes are: too short for a key, and none of the beginnings.
 * Most values of a log are such a word, an id or a few words, so that this decides how long a log takes.
 */
const CODE_WORDS =
    /^(?!.*(?:k_(?:test|live|prod|org)_|pst_|_secret|whsec_|ephkey_|[Bb]earer|[Bb]asic))(?:[A-Z][a-z]{0,15}|[a-z]{0,16})(?:[_ ,.'!-](?:[A-Z][a-z]{0,15}|[a-z]{0,16}))*$/;

/** Letters and digits, too few for a key or for the number of a phone, of a person or of an account. */
const SHORT_WORDS = /^(?!.*(?:bearer|basic|eyj|c2tf|cmtf|cgtf|d2hz))(?!(?:\D*\d){9})[a-z\d ,'!-]*$/i;
const LONGEST_SHORT_WORDS = 14;

/** Whether a text has nothing to hide, told by a quick look. */
export function isHarmless(text: string): boolean {
    return (
        text.length < 100 &&
        (CODE_WORDS.test(text) ||
            isLongStripeId(text) ||
            (text.length <= LONGEST_SHORT_WORDS && SHORT_WORDS.test(text)))
    );
}

/** Hides a text, but for the Stripe ids in it: of a secret only those that are too long to be a part of one. */
export function maskText(text: string, kind: MaskKind): string {
    if (!text.includes('_')) {
        return MASK;
    }
    const ids = findStripeReferences(text).map(({ id }) => id);
    return [MASK, ...ids.filter((id) => kind === 'personal' || isLongStripeId(id))].join(' ');
}

/** What a value may look like where only known keys are shown: a word of Stripe, a number, a date, a media type. */
const CODE = /^[\w.:+/-]{0,100}$/;
const HEADER_CODE = /^[\w.:+/;=,*() -]{0,200}$/;

/** Why a value is hidden, or undefined where it may be shown as far as its text allows. Ids are always shown. */
export function maskOfValue(value: string, position: Position, rule = ruleOfKey('')): MaskKind | undefined {
    const kind = maskAt(position, rule);
    if (value === '' || (kind === undefined && position === 'open' && !rule.isNumber)) {
        return undefined;
    }
    if (isOwnNumber(value)) {
        return undefined;
    }
    if (kind !== undefined) {
        return kind;
    }
    if (position === 'open') {
        return value.replace(/\D/g, '').length >= 12 ? 'secret' : undefined;
    }
    return (position === 'headers' ? HEADER_CODE : CODE).test(value) ? undefined : 'personal';
}

const OWN_NUMBER = /^(?:[a-z_]+_|SF)[A-Za-z0-9]+$/;

/** Whether a value is a Stripe id, or a number that Salesforce made up: the same everywhere, and nobody's data. */
function isOwnNumber(value: string): boolean {
    if (isLongStripeId(value)) {
        return true;
    }
    if (!OWN_NUMBER.test(value)) {
        return false;
    }
    const { kind } = parseGatewayReference(value);
    return kind === 'stripe' || kind === 'salesforce';
}
