import fs from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildConsole } from '../../scripts/local-org/build/buildConsole.ts';
import { projectFolders } from '../../scripts/local-org/build/folders.ts';

const STYLE_SHEET = createRequire(import.meta.url).resolve(
    '@salesforce-ux/design-system/assets/styles/salesforce-lightning-design-system.min.css'
);

/** Serves a page that holds the subjects and nothing else, built as the console is. */
export async function serveSubjects(): Promise<{ url: string; close(): void }> {
    const folders = { ...projectFolders(), shell: path.resolve(import.meta.dirname, 'shell') };
    const build = await buildConsole({ mode: 'production', folders });
    const page = `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Lists</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head><body>
<script type="application/json" id="page-model">{"missingPermissions":[]}</script>
<script type="module" src="/${build.entry}"></script></body></html>`;
    const styles = fs.readFileSync(STYLE_SHEET);
    const server = createServer((request, response) => {
        const name = (request.url ?? '/').slice(1);
        const script = build.files.get(name);
        if (script !== undefined) {
            response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
        } else if (name === 'style.css') {
            response.setHeader('content-type', 'text/css').end(styles);
        } else {
            response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
        }
    });
    await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    return {
        url: `http://127.0.0.1:${port}/`,
        close: () => {
            server.close();
            server.closeAllConnections();
        }
    };
}
