import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';

/** The field of an object; undefined where there is none, or where its value is hidden or cut off. */
export function fieldOf(node: MessageNode | undefined, key: string): MessageNode | undefined {
    return node?.children.find((child) => child.key === key && !child.isMasked && !child.isCutOff);
}

/** The text of a field that holds a text or a number. */
export function textOf(node: MessageNode | undefined, key: string): string | undefined {
    const field = fieldOf(node, key);
    return field?.kind === 'string' || field?.kind === 'number' ? field.text : undefined;
}

/** The object that a response tells of: that of a notification is below `data` (docs.stripe.com/api/events/object). */
export function subjectOf(message: GatewayMessage | undefined): MessageNode | undefined {
    return fieldOf(fieldOf(message?.body, 'data'), 'object') ?? message?.body;
}

/** The errors in a response, the one that decided first (docs.stripe.com/api/errors, api/payment_intents/object). */
export function errorsOf(message: GatewayMessage | undefined): MessageNode[] {
    const error = fieldOf(message?.body, 'error');
    const subject = subjectOf(message);
    const errors = [
        error,
        fieldOf(fieldOf(error, 'payment_intent'), 'last_payment_error'),
        fieldOf(subject, 'last_payment_error')
    ];
    return errors.flatMap((node) => (node?.kind === 'object' ? [node] : []));
}
