import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerResponse } from 'node:http';
import { SalesforceError } from '../errors.ts';
import type { ConsoleBuild } from '../build/buildConsole.ts';
import type { PageAssets } from '../pages/html.ts';
import type { PageComponent, PageModel } from '../pages/pageModel.ts';
import { sendLasting } from './responses.ts';

const require = createRequire(import.meta.url);

const CONTENT_TYPES: Record<string, string> = {
    '.css': 'text/css; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml'
};

/** Scripts of the console and the files of the Lightning Design System, below `/assets/`. */
export class Assets {
    private readonly designSystemFolder: string;
    private readonly designSystemAddress: string;
    /** Files of earlier builds stay: a page that is open may still load its icons or a component. */
    private readonly scripts = new Map<string, string>();
    private build: ConsoleBuild | undefined;

    constructor() {
        const packageFile = require.resolve('@salesforce-ux/design-system/package.json');
        const { version } = JSON.parse(fs.readFileSync(packageFile, 'utf8')) as { version: string };
        this.designSystemFolder = path.join(path.dirname(packageFile), 'assets');
        this.designSystemAddress = `/assets/design-system-${version}/`;
    }

    use(build: ConsoleBuild): void {
        this.build = build;
        build.files.forEach((code, name) => this.scripts.set(name, code));
    }

    /** What a page loads, or undefined as long as there was no good build. */
    forPage(page: PageModel): PageAssets | undefined {
        const { build } = this;
        return (
            build && {
                styleSheet: `${this.designSystemAddress}styles/salesforce-lightning-design-system.min.css`,
                script: `/assets/${build.entry}`,
                preloads: packageComponents(page)
                    .flatMap((name) => build.componentFiles.get(name) ?? [])
                    .map((name) => `/assets/${name}`)
            }
        );
    }

    /** Answers a request for an address below `/assets/`. */
    serve(response: ServerResponse, address: string): void {
        const script = this.scripts.get(address.slice('/assets/'.length));
        if (script !== undefined) {
            sendLasting(response, script, 'text/javascript; charset=utf-8');
            return;
        }
        const file = this.designSystemFile(address);
        const contentType = CONTENT_TYPES[path.extname(file ?? '')];
        if (!file || !contentType) {
            throw new SalesforceError('NOT_FOUND', `There is no file ${address}.`, 404);
        }
        sendLasting(response, fs.readFileSync(file), contentType);
    }

    private designSystemFile(address: string): string | undefined {
        if (!address.startsWith(this.designSystemAddress)) {
            return undefined;
        }
        const file = path.join(this.designSystemFolder, address.slice(this.designSystemAddress.length));
        const inside = file.startsWith(this.designSystemFolder + path.sep);
        return inside && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
    }
}

/** The package's components that the page shows at once. */
function packageComponents(page: PageModel): string[] {
    const components = page.kind === 'record' ? page.regions.flatMap((region) => region.components) : [];
    return [...new Set(components.flatMap(namesIn))];
}

function namesIn(component: PageComponent): string[] {
    if (component.kind === 'tabs') {
        return component.tabs.flatMap((tab) => tab.components.flatMap(namesIn));
    }
    return component.kind === 'package' ? [component.componentName] : [];
}
