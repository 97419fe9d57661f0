import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ENGLISH } from '../build/language.ts';
import { buildErrorDocument, contentSecurityPolicy, escapeHtml, htmlDocument, jsonInHtml } from './html.ts';
import type { PageModel } from './pageModel.ts';

const ASSETS = { styleSheet: '/assets/style.css', script: '/assets/boot.js', preloads: ['/assets/list.js'] };

function notFound(message: string): PageModel {
    return {
        kind: 'notFound',
        title: message,
        missingPermissions: [],
        tabs: [],
        dataName: 'Sample data.',
        version: '1',
        message
    };
}

const hostileText = fc.oneof(
    fc.string(),
    fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', '"><img src=x onerror=alert(1)>', '\u2028')
);

test('no text in a page model can end the script element it is in', () => {
    fc.assert(
        fc.property(hostileText, (text) => {
            const json = jsonInHtml({ text });
            assert.equal(json.includes('<'), false);
            assert.deepEqual(JSON.parse(json), { text });
        })
    );
});

test('no text escaped for HTML can begin an element or end an attribute', () => {
    fc.assert(fc.property(hostileText, (text) => assert.doesNotMatch(escapeHtml(text), /[<>"']/)));
});

test('a hostile record name adds no element to the page', () => {
    const elements = (html: string) => html.match(/<\w+/g);
    const plain = htmlDocument(notFound('plain'), ASSETS, ENGLISH);
    const hostile = htmlDocument(notFound('</title></script><img src=x onerror=alert(1)>'), ASSETS, ENGLISH);
    assert.deepEqual(elements(hostile), elements(plain));
});

test('a page loads its style sheet, its script and what the script will ask for', () => {
    const html = htmlDocument(notFound('x'), ASSETS, ENGLISH);
    assert.match(html, /<link rel="stylesheet" href="\/assets\/style\.css" \/>/);
    assert.match(html, /<script type="module" src="\/assets\/boot\.js"><\/script>/);
    assert.match(html, /<link rel="modulepreload" href="\/assets\/list\.js" \/>/);
});

test('a build error is shown as text', () => {
    assert.match(buildErrorDocument('a.html: <div> & more'), /<pre>a\.html: &lt;div&gt; &amp; more<\/pre>/);
});

test('the content security policy allows scripts of this server only, and nothing from elsewhere', () => {
    const directives = directivesOf(contentSecurityPolicy(false));
    assert.equal(directives.get('default-src'), "default-src 'none'");
    assert.equal(directives.get('script-src'), "script-src 'self'");
    assert.doesNotMatch(contentSecurityPolicy(false), /https?:|\*|unsafe-eval/);
});

test('the sandbox of Lightning Web Security may evaluate texts, and changes nothing else of the policy', () => {
    const directives = directivesOf(contentSecurityPolicy(true));
    assert.equal(directives.get('script-src'), "script-src 'self' 'unsafe-eval'");
    const others = (policy: string) => policy.split('; ').filter((part) => !part.startsWith('script-src'));
    assert.deepEqual(others(contentSecurityPolicy(true)), others(contentSecurityPolicy(false)));
});

function directivesOf(policy: string): Map<string | undefined, string> {
    return new Map(policy.split('; ').map((part) => [part.split(' ')[0], part]));
}
