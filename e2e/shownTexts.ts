import type { Page } from '@playwright/test';

/** A text that a component of the package shows or gives to assistive technology. */
export interface ShownText {
    /** Element name of the component whose it is, such as `c-timeline-view`. */
    component: string;
    /** `text`, or the attribute that holds it. */
    where: string;
    text: string;
    /** Whether it is a key or value of a gateway log's body. */
    isOfBody: boolean;
}

/**
 * All texts of the package's components in the page as it is now, also those that they pass to base components, and
 * those for screen readers. The page around the components is left out.
 */
export function shownTexts(page: Page): Promise<ShownText[]> {
    return page.evaluate(() => {
        const attributes = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder', 'label'];
        const found: ShownText[] = [];

        /** The nearest component of the package in whose template a node is, directly or within a base component. */
        function componentOf(node: Node): string | undefined {
            for (let root = node.getRootNode(); 'host' in root; root = (root.host as Element).getRootNode()) {
                const name = (root.host as Element).localName;
                if (name.startsWith('c-')) {
                    return name;
                }
            }
            return undefined;
        }

        function add(node: Node, element: Element | null, where: string, text: string | null): void {
            const component = text?.trim() ? componentOf(node) : undefined;
            if (component && text) {
                const line = component === 'c-message-view' ? element?.closest('.lines') : undefined;
                const isOfBody = !!line && !element?.closest('.note, .slds-assistive-text');
                found.push({ component, where, text: text.trim(), isOfBody });
            }
        }

        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node instanceof Element) {
                const element = node;
                attributes.forEach((name) => add(element, element, name, element.getAttribute(name)));
            } else if (!/^(style|script)$/.test(node.parentElement?.localName ?? '')) {
                add(node, node.parentElement, 'text', node.nodeValue);
            }
        }
        return found;
    });
}
