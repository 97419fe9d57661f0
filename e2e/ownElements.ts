import type { Page } from '@playwright/test';

/** The smallest size of a target: WCAG 2.2, 2.5.8. CSS pixels. */
const SMALLEST_TARGET = 24;

/** What is drawn by this package itself, not by a base component of Salesforce. */
interface OwnElement {
    /** The component in whose template it is, and its name or class there. */
    what: string;
    width: number;
    height: number;
    isButton: boolean;
    animation: string;
    /** Properties whose change takes time. */
    transitions: string[];
    /** Of an icon: what it is filled with, and what lies behind it. */
    fill?: string;
    background: string;
}

/** Everything in the page that the templates of this package draw themselves. */
function ownElements(page: Page): Promise<OwnElement[]> {
    return page.evaluate(() => {
        const found: OwnElement[] = [];

        function backgroundOf(element: Element): string {
            for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host) {
                const color = node instanceof Element ? getComputedStyle(node).backgroundColor : 'rgba(0, 0, 0, 0)';
                if (color !== 'rgba(0, 0, 0, 0)') {
                    return color;
                }
            }
            return 'rgb(255, 255, 255)';
        }

        function describe(element: Element, component: string): OwnElement {
            const style = getComputedStyle(element);
            const { width, height } = element.getBoundingClientRect();
            const takesTime = style.transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
            return {
                what: `${component} ${element.localName} ${element.getAttribute('class') ?? ''}`,
                width,
                height,
                isButton: element.localName === 'button',
                animation: style.animationName,
                transitions: takesTime ? style.transitionProperty.split(', ') : [],
                fill: element.localName === 'path' ? style.fill : undefined,
                background: backgroundOf(element)
            };
        }

        function visit(root: Document | ShadowRoot): void {
            const component = root instanceof ShadowRoot ? root.host.localName : '';
            for (const element of root.querySelectorAll('*')) {
                if (component.startsWith('c-') && !element.localName.includes('-') && element.checkVisibility()) {
                    found.push(describe(element, component));
                }
                if (element.shadowRoot) {
                    visit(element.shadowRoot);
                }
            }
        }

        visit(document);
        return found;
    });
}

/** Buttons of the package that are too small to be hit. */
export async function smallButtons(page: Page): Promise<string[]> {
    const all = await ownElements(page);
    return all
        .filter(({ isButton, width, height }) => isButton && Math.min(width, height) < SMALLEST_TARGET)
        .map(({ what, width, height }) => `${what}: ${width} by ${height}`);
}

/** Elements of the package that move. A colour may take its time. */
export async function movingElements(page: Page): Promise<string[]> {
    const isColor = (property: string) => /color|shadow|^(border|fill|stroke|opacity)$/.test(property);
    const all = await ownElements(page);
    return all
        .filter(({ animation, transitions }) => animation !== 'none' || !transitions.every(isColor))
        .map(({ what, animation, transitions }) => `${what}: ${animation} ${transitions.join(' ')}`);
}

/** Icons that the package draws itself, and whether they stand out from what lies behind them. */
export async function ownIcons(page: Page): Promise<{ what: string; isSeen: boolean }[]> {
    const all = await ownElements(page);
    return all
        .filter(({ fill }) => fill !== undefined)
        .map(({ what, fill, background }) => ({ what, isSeen: fill !== background }));
}
