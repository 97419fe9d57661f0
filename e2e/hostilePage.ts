import type { Page } from '@playwright/test';
import { SANDBOX_WARNING } from './fixtures.ts';
import { REORDERING } from './hostileTexts.ts';

const DASHBOARD = 'https://dashboard.stripe.com';

/** Collects what a page does that no text may make it do. @returns the list, which grows. */
export function watchPage(page: Page, origin: string): string[] {
    const problems: string[] = [];
    page.on('dialog', (dialog) => {
        problems.push(`The page showed a dialog: ${dialog.message()}`);
        void dialog.dismiss();
    });
    page.on('popup', (popup) => problems.push(`The page opened ${popup.url()}.`));
    page.on('pageerror', (error) => problems.push(`The page threw ${error.message}`));
    page.on('console', (message) => {
        const isProblem = message.type() === 'error' || message.type() === 'warning';
        if (isProblem && !SANDBOX_WARNING.test(message.text())) {
            problems.push(`The page logged ${message.text().slice(0, 500)}`);
        }
    });
    page.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:') {
            problems.push(`The page asked for ${request.url().slice(0, 200)}.`);
        }
    });
    return problems;
}

/**
 * Measures how long the page's thread computes. Processor time, which a busy machine does not prolong.
 * @returns tells the seconds since it was last asked
 */
export async function watchWork(page: Page): Promise<() => Promise<number>> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    let before = 0;
    return async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        const total = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
        // Another page may have a thread of its own, which begins at zero.
        const seconds = total < before ? total : total - before;
        before = total;
        return seconds;
    };
}

/** What hostile texts have done to the page as it stands. Nothing, if all is well. */
export async function problemsOn(page: Page): Promise<string[]> {
    return page.evaluate(findProblems, { dashboard: DASHBOARD, reordering: REORDERING.source });
}

/**
 * Runs in the page. Looks for nodes by XPath, because the framework hides the insides of components from the other ways.
 * Components of the package are elements whose names begin with `c-`; the rest stands in for Salesforce's, whose tabs are
 * links to `javascript:void(0)`.
 */
function findProblems({ dashboard, reordering }: { dashboard: string; reordering: string }): string[] {
    const problems: string[] = [];
    const pattern = new RegExp(reordering);
    const isReordering = (text: string | null) => pattern.test(text ?? '');
    const quoted = (text: string | null) => JSON.stringify((text ?? '').trim().slice(0, 200));
    const ofPackage = '//*[starts-with(local-name(), "c-")]';

    if ('hostile' in window || 'hostile' in Object.prototype) {
        problems.push('A text ran as code.');
    }
    const forbidden = ['iframe', 'object', 'embed', 'base', 'form[@action]', '*[@data-hostile]'];
    for (const element of elementsAt(forbidden.map((name) => `//${name}`).join(' | '))) {
        problems.push(`A text became an element: ${quoted(element.outerHTML)}`);
    }
    for (const link of elementsAt<HTMLAnchorElement>('//a[@href]')) {
        const isTab = link.getAttribute('role') === 'tab';
        if (!isTab && !['http:', 'https:', 'mailto:', 'tel:'].includes(link.protocol)) {
            problems.push(`A link has the scheme ${link.protocol}`);
        }
    }
    for (const { href, origin, pathname, target, relList } of elementsAt<HTMLAnchorElement>(`${ofPackage}//a[@href]`)) {
        const isOwn = origin === location.origin && pathname.startsWith('/lightning/') && target === '';
        const isDashboard = origin === dashboard && target === '_blank' && relList.contains('noopener');
        if (!isOwn && !isDashboard) {
            problems.push(`A link leads to ${quoted(href)}, target ${quoted(target)}.`);
        }
    }
    for (const { nodeValue } of nodesAt(`${ofPackage}//text() | ${ofPackage}//@title | ${ofPackage}//@aria-label`)) {
        if (isReordering(nodeValue)) {
            problems.push(`A text turns its neighbours around: ${quoted(nodeValue)}`);
        }
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) {
        problems.push(`The page is ${scrollWidth} pixels wide in a window of ${window.innerWidth}: ${widest()}`);
    }
    return problems;

    function nodesAt(path: string, from: Node = document): Node[] {
        const found = document.evaluate(path, from, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
        return Array.from({ length: found.snapshotLength }, (_nothing, index) => found.snapshotItem(index)).filter(
            (node) => node !== null
        );
    }

    /** The path must be one of elements of this type: XPath does not tell. */
    function elementsAt<Type extends Element = HTMLElement>(path: string): Type[] {
        return nodesAt(path) as Type[];
    }

    /** The texts that stick out, with the elements around them: a box may be narrower than the text in it. */
    function widest(): string {
        const range = document.createRange();
        const isOutside = (text: Node) => {
            range.selectNodeContents(text);
            return range.getBoundingClientRect().right > window.innerWidth + 1;
        };
        const outside = nodesAt('//body//*[not(contains(@class, "assistive"))]/text()[normalize-space()]').filter(
            isOutside
        );
        return outside.slice(0, 8).map(pathOf).join('; ');
    }

    function pathOf(text: Node): string {
        const names = nodesAt('ancestor::*', text).map((node) => {
            const { localName, className } = node as Element;
            return `${localName}.${String(className)}`;
        });
        return `${names.slice(-4).join(' > ')} ${quoted(text.nodeValue).slice(0, 60)}`;
    }
}
