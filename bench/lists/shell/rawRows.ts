/** An element of a table, ready to be made again with the browser's own functions. */
export interface RawNode {
    addTo(parent: Node): void;
}

/** What a table of ours has drawn: caption and header, and the rows, through the shadow roots of components in them. */
export function copyTable(table: Element): { head: RawNode[]; rows: RawNode[] } {
    const copyAll = (selector: string) => [...(table.shadowRoot?.querySelectorAll(selector) ?? [])].map(copy);
    return { head: copyAll('caption, thead'), rows: copyAll('.slds-hint-parent') };
}

function copy(node: Node): RawNode {
    if (!(node instanceof Element)) {
        const text = node.textContent ?? '';
        return { addTo: (parent) => void parent.appendChild(document.createTextNode(text)) };
    }
    const { namespaceURI, localName } = node;
    // A component is a plain element here: what it draws are its children.
    const name = localName.includes('-') ? 'span' : localName;
    const attributes = [...node.attributes].map(({ name: attribute, value }) => [attribute, value] as const);
    const children = [...(node.shadowRoot ?? node).childNodes].map(copy);
    return {
        addTo(parent) {
            const element = document.createElementNS(namespaceURI, name);
            attributes.forEach(([attribute, value]) => element.setAttribute(attribute, value));
            children.forEach((child) => child.addTo(element));
            parent.appendChild(element);
        }
    };
}
