import type { StripeReference } from 'c/gatewayReference';
import { parseGatewayReference } from 'c/gatewayReference';
import type { KeyRule, MaskKind, Position, RedactionOptions } from 'c/redaction';
import { MASK, maskOfValue, maskText, redactText } from 'c/redaction';

export type NodeKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A value of a log's body, redacted: plain data for a view. */
export interface MessageNode {
    /** Redacted too. Undefined for an item of an array, and for the body itself. */
    key?: string;
    readonly kind: NodeKind;
    /** Redacted; a number as it was written. Empty for objects and arrays. */
    readonly text: string;
    readonly children: readonly MessageNode[];
    /** Whether anything of the text is hidden. */
    readonly isMasked: boolean;
    /** What is hidden, or, not masked, what `revealPersonal` showed. */
    readonly maskKind?: MaskKind;
    /** Where the value is the id of a Stripe object. */
    readonly reference?: StripeReference;
    /** Whether this object or array was the text of a string. */
    readonly isEmbedded: boolean;
    /** Whether the body ends in this value. */
    isCutOff: boolean;
}

/** An object or array while it is being read. */
export interface ContainerNode extends MessageNode {
    kind: 'object' | 'array';
    readonly children: MessageNode[];
}

/** Where a value stands, and what its key says of it. */
export interface Place {
    position: Position;
    rule: KeyRule | undefined;
}

const NO_CHILDREN: readonly MessageNode[] = [];

export function containerNode(kind: 'object' | 'array', key: string | undefined, isEmbedded: boolean): ContainerNode {
    return { key, kind, text: '', children: [], isMasked: false, isEmbedded, isCutOff: false };
}

/** A value without children, judged by its key, by where it stands and by what it looks like. */
export function leafNode(
    kind: 'string' | 'number' | 'boolean' | 'null',
    key: string | undefined,
    value: string,
    place: Place,
    options: RedactionOptions
): MessageNode {
    if (kind === 'boolean' || kind === 'null') {
        return plainNode(kind, key, value, false);
    }
    const kindOfMask = maskOfValue(value, place.position, place.rule);
    if (kindOfMask !== undefined && !(kindOfMask === 'personal' && options.revealPersonal)) {
        return plainNode(kind, key, maskText(value, kindOfMask), true, kindOfMask);
    }
    const text = kind === 'number' && value.length < 13 ? value : redactText(value, options);
    if (text === value) {
        const maskKind = value === MASK ? 'secret' : kindOfMask;
        return plainNode(kind, key, text, value === MASK, maskKind, kind === 'string' ? referenceOf(text) : undefined);
    }
    return plainNode(kind, key, text, true, kindOfHidden(value, options));
}

function plainNode(
    kind: NodeKind,
    key: string | undefined,
    text: string,
    isMasked: boolean,
    maskKind?: MaskKind,
    reference?: StripeReference
): MessageNode {
    return {
        key,
        kind,
        text,
        children: NO_CHILDREN,
        isMasked,
        maskKind,
        reference,
        isEmbedded: false,
        isCutOff: false
    };
}

/** Something of the value is hidden: personal data only if showing that would show all of it. */
function kindOfHidden(value: string, options: RedactionOptions): MaskKind {
    const isSecret = options.revealPersonal || redactText(value, { revealPersonal: true }) !== value;
    return isSecret ? 'secret' : 'personal';
}

function referenceOf(text: string): StripeReference | undefined {
    if (text.length > 255 || !/^[a-z]+_\w+$/.test(text)) {
        return undefined;
    }
    const reference = parseGatewayReference(text);
    return reference.kind === 'stripe' ? reference : undefined;
}

/** A value that the body ends in: what its last word would have become is not known, so that it is not shown. */
export function withoutLastWord(value: string): string {
    let end = value.length;
    while (end > 0 && !/[\s,;&]/.test(value.charAt(end - 1))) {
        end -= 1;
    }
    while (end > 0 && /[\d .+-]/.test(value.charAt(end - 1))) {
        end -= 1;
    }
    return end === value.length ? value : `${value.slice(0, end)}${end > 0 ? ' ' : ''}${MASK}`;
}
