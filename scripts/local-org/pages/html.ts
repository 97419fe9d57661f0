import type { Language } from '../build/language.ts';
import type { PageModel } from './pageModel.ts';

/** The files that a page loads: addresses on this server. */
export interface PageAssets {
    styleSheet: string;
    script: string;
    /** Scripts that the page will ask for: the browser fetches them at once. */
    preloads: string[];
}

/**
 * What a page may load and do: its own server, and nothing else.
 * Styles inside the page are allowed because LWC adds the components' styles to it.
 * @param lightningWebSecurity components run in the sandbox, which evaluates them as a text in a frame of its own:
 *     only then the page may do so.
 */
export function contentSecurityPolicy(lightningWebSecurity: boolean): string {
    return [
        "default-src 'none'",
        lightningWebSecurity ? "script-src 'self' 'unsafe-eval'" : "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'"
    ].join('; ');
}

/** The HTML document of a page. The script draws what the page model says. */
export function htmlDocument(page: PageModel, assets: PageAssets, language: Language): string {
    const preloads = assets.preloads.map((file) => `<link rel="modulepreload" href="${escapeHtml(file)}" />`);
    return `<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="${escapeHtml(assets.styleSheet)}" />
<script type="module" src="${escapeHtml(assets.script)}"></script>
${preloads.join('\n')}
</head>
<body>
<script type="application/json" id="page-model">${jsonInHtml(page)}</script>
</body>
</html>
`;
}

/** Shown while there is no good build to draw pages with. Asks again every two seconds. */
export function buildErrorDocument(message: string): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="refresh" content="2" />
<title>Build failed | Local org</title>
<link rel="icon" href="data:," />
</head>
<body>
<h1>The console could not be built</h1>
<pre>${escapeHtml(message)}</pre>
<p>This page loads itself again when the files change.</p>
</body>
</html>
`;
}

/** Escapes text for HTML content and attributes. */
export function escapeHtml(text: string): string {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}

/** JSON that no value in it can end: every `<` is written as an escape, so neither `</script` nor `<!--` occurs. */
export function jsonInHtml(value: unknown): string {
    return JSON.stringify(value).replaceAll('<', '\\u003c');
}
