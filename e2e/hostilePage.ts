import type { Page } from '@playwright/test';
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
        if (message.type() === 'error' || message.type() === 'warning') {
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

/** What hostile texts have done to the page as it stands. Nothing, if all is well. */
export async function problemsOn(page: Page): Promise<string[]> {
    return page.evaluate(findProblems, { dashboard: DASHBOARD, reordering: REORDERING.source });
}

/** Runs in the page. Components of the package are elements whose names begin with `c-`; the rest stands in for Salesforce's. */
function findProblems({ dashboard, reordering }: { dashboard: string; reordering: string }): string[] {
    const problems: string[] = [];
    const isOfPackage = (node: Node): boolean => {
        for (let element = node.parentElement; element; element = element.parentElement) {
            if (element.localName.startsWith('c-')) {
                return true;
            }
        }
        return false;
    };
    if ('hostile' in window || 'hostile' in Object.prototype) {
        problems.push('A text ran as code.');
    }
    for (const element of document.querySelectorAll('[data-hostile], iframe, object, embed, base, form[action]')) {
        problems.push(`A text became an element: ${element.outerHTML.slice(0, 200)}`);
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        const { protocol, origin, pathname } = link;
        if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) {
            problems.push(`A link has the scheme ${protocol}`);
        }
        if (!isOfPackage(link)) {
            continue;
        }
        const isOwn = origin === location.origin && pathname.startsWith('/lightning/') && link.target === '';
        const isDashboard = origin === dashboard && link.target === '_blank' && link.relList.contains('noopener');
        if (!isOwn && !isDashboard) {
            problems.push(`A link leads to ${link.href.slice(0, 200)}, target ${link.target}.`);
        }
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (isOfPackage(text) && new RegExp(reordering).test(text.nodeValue ?? '')) {
            problems.push(`A text turns its neighbours around: ${JSON.stringify(text.nodeValue?.slice(0, 200))}`);
        }
    }
    for (const element of document.querySelectorAll('[title], [aria-label]')) {
        const named = `${element.getAttribute('title') ?? ''}${element.getAttribute('aria-label') ?? ''}`;
        if (isOfPackage(element) && new RegExp(reordering).test(named)) {
            problems.push(`A name turns its neighbours around: ${JSON.stringify(named.slice(0, 200))}`);
        }
    }
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > window.innerWidth) {
        problems.push(`The page is ${scrollWidth} pixels wide in a window of ${window.innerWidth}.`);
    }
    return problems;
}
