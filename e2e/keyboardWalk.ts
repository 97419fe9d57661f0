import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What the focus is at after a press of Tab. */
interface FocusStop {
    /** Its place among the controls, in the order in which they are read; -1 outside of them. */
    position: number;
    what: string;
    /** Whether it looks different with the focus than without. */
    isFocusShown: boolean;
    /** Whether something else lies on it, or it is cut off. */
    isCovered: boolean;
}

interface Walk {
    controls: HTMLElement[];
    /** How each of them looks without the focus. */
    looks: string[];
    lookOf(element: Element): string;
    nameOf(element: Element): string;
}

declare global {
    interface Window {
        keyboardWalk?: Walk;
    }
}

/**
 * Goes through a part of the page with the Tab key, from its first control to where the focus leaves it. Fails where a
 * control is left out, comes twice or out of order, does not show its focus, or is covered; and where the focus is trapped.
 * @param isDialog the part keeps the focus: after the last control comes the first
 * @returns how many controls there are
 */
export async function expectKeyboardReachesAll(page: Page, part: Locator, isDialog = false): Promise<number> {
    const names = await part.evaluate(listControls);
    expect(names.length).toBeGreaterThan(0);
    await page.evaluate(() => window.keyboardWalk?.controls[0]?.focus());
    // The browser shows the focus once the keyboard is used.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    const stops = [await page.evaluate(describeFocus)];
    while (stops.length < names.length) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(describeFocus));
    }
    expect(stops.map(({ what }) => what)).toEqual(names);
    expect(stops.map(({ position }) => position)).toEqual(names.map((_, position) => position));
    const namesOf = (found: FocusStop[]) => found.map(({ what, position }) => `${position}: ${what}`);
    expect(namesOf(stops.filter(({ isFocusShown }) => !isFocusShown)), 'controls that do not show the focus').toEqual(
        []
    );
    expect(namesOf(stops.filter(({ isCovered }) => isCovered)), 'controls that are covered').toEqual([]);
    await page.keyboard.press('Tab');
    const next = await page.evaluate(describeFocus);
    expect(next.position, 'where the focus goes from the last control').toBe(isDialog ? 0 : -1);
    return names.length;
}

/** Whether the focus is at anything: it is lost where the control that had it goes away. */
export function hasFocus(page: Page): Promise<boolean> {
    return page.evaluate(() => document.activeElement !== document.body && document.activeElement !== null);
}

/** Runs in the page. Remembers the controls of a part in reading order, and how they look without the focus. */
function listControls(part: Element): string[] {
    const controls: HTMLElement[] = [];

    function isControl(element: Element): element is HTMLElement {
        if (!(element instanceof HTMLElement) || element.tabIndex < 0 || element.matches(':disabled')) {
            return false;
        }
        // Of buttons of which one is chosen, Tab goes to that one, and arrow keys to the others.
        const isOtherRadio = element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
        const isFocusable = element.matches('a[href], button, input, select, textarea, [tabindex]');
        return isFocusable && !isOtherRadio && element.checkVisibility({ visibilityProperty: true });
    }

    function visit(element: Element): void {
        if (isControl(element)) {
            controls.push(element);
        }
        const assigned = element instanceof HTMLSlotElement ? element.assignedElements() : [];
        const inside = assigned.length > 0 ? assigned : [...(element.shadowRoot ?? element).children];
        inside.forEach(visit);
    }

    /** A hidden input shows its focus on the label beside it, a tree on the line that is active. */
    function lookOf(element: Element): string {
        return [element, element.nextElementSibling, element.parentElement, element.querySelector('.active')]
            .map((one) => {
                const style = one && getComputedStyle(one);
                // Where there is no line, its colour is that of the text, which is not enough.
                const outline = style?.outlineStyle === 'none' ? '' : style?.outline;
                const border = parseFloat(style?.borderWidth ?? '') > 0 ? style?.borderColor : '';
                return [outline, border, style?.boxShadow].join(' ');
            })
            .join('; ');
    }

    function nameOf(element: Element): string {
        const text = element.getAttribute('aria-label') ?? element.textContent;
        return text.replace(/\s+/g, ' ').trim().slice(0, 60);
    }

    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) {
        focused = focused.shadowRoot.activeElement;
    }
    if (focused instanceof HTMLElement) {
        focused.blur();
    }
    visit(part);
    window.keyboardWalk = { controls, looks: controls.map(lookOf), lookOf, nameOf };
    return controls.map(nameOf);
}

/** Runs in the page. */
function describeFocus(): FocusStop {
    const { keyboardWalk } = window;
    if (!keyboardWalk) {
        throw new Error('The controls were not listed.');
    }
    const { controls, looks, lookOf, nameOf } = keyboardWalk;

    function deepest(step: (root: DocumentOrShadowRoot) => Element | null): Element {
        let found: Element = document.body;
        for (let root: DocumentOrShadowRoot | null = document; root; root = found.shadowRoot) {
            const next = step(root);
            if (!next || next === found) {
                break;
            }
            found = next;
        }
        return found;
    }

    /** Whether the middle of the first line that the control is on belongs to something else. */
    function isCovered(element: Element): boolean {
        const isRadio = element instanceof HTMLInputElement && element.type === 'radio';
        const target = (isRadio ? element.labels?.[0] : undefined) ?? element;
        const [line] = target.getClientRects();
        if (!line) {
            return true;
        }
        const x = line.left + line.width / 2;
        const y = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
        let node: Node | null = deepest((root) => root.elementFromPoint(x, y));
        while (node && node !== target) {
            const slot: Node | null = node instanceof Element ? node.assignedSlot : null;
            node = slot ?? node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
        }
        return node === null;
    }

    const focused = deepest((root) => root.activeElement);
    const position = controls.findIndex((control) => control === focused);
    return {
        position,
        what: nameOf(focused),
        isFocusShown: position >= 0 && lookOf(focused) !== looks[position],
        isCovered: isCovered(focused)
    };
}
