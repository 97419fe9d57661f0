/**
 * Everything that an element shows or hands on: texts, attributes and the properties of all elements below it, in all
 * shadow roots. What a base component is given as a property it draws elsewhere, so that counts as well.
 */
export function everythingIn(element: Element): string {
    return [...elementsIn(element)].map(ownContent).join('\n');
}

function* elementsIn(element: Element): Generator<Element> {
    yield element;
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) {
        yield* elementsIn(child);
    }
}

function ownContent(element: Element): string {
    const texts = [...(element.shadowRoot?.childNodes ?? []), ...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE || nodeType === Node.COMMENT_NODE)
        .map(({ textContent }) => textContent);
    const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`);
    const properties = element.tagName.startsWith('LIGHTNING-') ? propertiesOf(element) : [];
    return [...texts, ...attributes, ...properties].join('\n');
}

/** The public properties of a base component's stand-in. */
function propertiesOf(element: Element): string[] {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(element));
    return names.map((name) => {
        const value: unknown = Reflect.get(element, name, element);
        return typeof value === 'function' ? '' : `${name}: ${JSON.stringify(value)}`;
    });
}
