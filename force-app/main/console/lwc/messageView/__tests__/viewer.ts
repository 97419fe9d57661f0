import { createElement } from 'lwc';
import { parseGatewayMessage } from 'c/gatewayMessage';
import type { GatewayMessage } from 'c/gatewayMessage';
import MessageView from 'c/messageView';
import { LINE_HEIGHT } from '../lineViews';

export interface Viewer extends HTMLElement {
    name: string;
    message: GatewayMessage;
    isConfidential: boolean;
}

/** A viewer of a body, on the page. */
export function show(body: string, properties: object = {}): Viewer {
    const element = createElement('c-message-view', { is: MessageView }) as unknown as Viewer;
    Object.assign(element, { name: 'Response', message: parseGatewayMessage(body), ...properties });
    document.body.appendChild(element);
    return element;
}

export const all = (viewer: HTMLElement, selector: string): HTMLElement[] => [
    ...(viewer.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

export function find(viewer: HTMLElement, selector: string): HTMLElement {
    const [found] = all(viewer, selector);
    if (!found) {
        throw new Error(`Nothing matches ${selector}.`);
    }
    return found;
}

export const rendered = (): Promise<void> => Promise.resolve();

/** What a drawn line reads, without the sign that it opens and closes by. */
export function textOfLine(line: Element): string {
    const parts = [...line.querySelectorAll('.key, .value, a, .note')];
    const texts = parts.length > 0 ? parts : [line];
    return texts
        .map(({ textContent }) => textContent)
        .filter(Boolean)
        .join(' ');
}

export const linesIn = (viewer: HTMLElement): string[] => all(viewer, '.line').map(textOfLine);

export const textIn = (viewer: HTMLElement): string => viewer.shadowRoot?.textContent ?? '';

/** The entry that the keyboard is at, as a screen reader finds it: by the id that the tree names. */
export function activeItem(viewer: HTMLElement): HTMLElement | undefined {
    const id = find(viewer, '[role=tree]').getAttribute('aria-activedescendant');
    return all(viewer, '[role=treeitem]').find((item) => item.getAttribute('id') === id);
}

/** What the active entry reads, behind the sign of whether it is open. */
export function activeText(viewer: HTMLElement): string {
    const item = activeItem(viewer);
    const expanded = item?.getAttribute('aria-expanded');
    const sign = expanded === 'true' ? '▾ ' : expanded === 'false' ? '▸ ' : '';
    return item ? sign + textOfLine(item) : 'no entry';
}

/** Presses a key without waiting for what is drawn then. */
export function pressKey(viewer: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
    find(viewer, '[role=tree]').dispatchEvent(event);
    return event;
}

export async function press(viewer: HTMLElement, ...keys: string[]): Promise<void> {
    keys.forEach((key) => pressKey(viewer, key));
    await rendered();
}

export async function click(viewer: HTMLElement, selector: string): Promise<void> {
    find(viewer, selector).dispatchEvent(new CustomEvent('click'));
    await rendered();
}

export async function search(viewer: HTMLElement, value: string): Promise<void> {
    find(viewer, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await rendered();
}

export async function enterInSearch(viewer: HTMLElement, modifiers: KeyboardEventInit = {}): Promise<void> {
    find(viewer, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ...modifiers }));
    await rendered();
}

export async function showAs(viewer: HTMLElement, view: 'text' | 'tree'): Promise<void> {
    find(viewer, 'lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value: view } }));
    await rendered();
}

/** Scrolls as the browser does: the place first, then the event. */
export async function scrollTo(viewer: HTMLElement, line: number): Promise<void> {
    const scroller = find(viewer, '.lines');
    scroller.scrollTop = line * LINE_HEIGHT;
    scroller.dispatchEvent(new CustomEvent('scroll'));
    await rendered();
}

/** Scrolls through everything from a line on; tells what is drawn at each stop. */
export async function scrollThrough(
    viewer: HTMLElement,
    look: (lines: HTMLElement[]) => void,
    line = 0
): Promise<void> {
    await scrollTo(viewer, line);
    look(all(viewer, '.line'));
    if (line * LINE_HEIGHT < Number.parseInt(find(viewer, '.spacer').style.height, 10)) {
        await scrollThrough(viewer, look, line + 15);
    }
}

/** Where in the list a drawn line stands, from 0. */
export function placeOf(line: HTMLElement): number {
    return Number.parseFloat(line.style.top) / LINE_HEIGHT;
}

/** The lines that are in sight, by where the viewer has scrolled to. Nothing has a height here: it is the usual one. */
export function placesInSight(viewer: HTMLElement): { first: number; last: number } {
    const { scrollTop } = find(viewer, '.lines');
    return { first: scrollTop / LINE_HEIGHT, last: (scrollTop + 480) / LINE_HEIGHT - 1 };
}

export const markedTexts = (viewer: HTMLElement): string[] =>
    all(viewer, 'mark').map(({ textContent }) => textContent ?? '');

export const statusOf = (viewer: HTMLElement): string => find(viewer, '[role=status]').textContent?.trim() ?? '';
