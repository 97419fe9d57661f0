import { buildConsole, type ConsoleBuildOptions } from '../build/buildConsole.ts';
import { watchConsole } from '../build/watchConsole.ts';
import type { Assets } from './assets.ts';
import type { ReloadEvents } from './reloadEvents.ts';

/** Something that goes on until it is closed. */
export interface Closable {
    close(): Promise<void>;
}

/** How the console is built for the pages. */
export type PageBuildOptions = Pick<ConsoleBuildOptions, 'language' | 'lightningWebSecurity'>;

/** Builds the console once, for a server whose sources do not change. Rejects if the build fails. */
export async function buildOnce(assets: Assets, options: PageBuildOptions): Promise<Closable> {
    assets.use(await buildConsole({ mode: 'production', ...options }));
    return { close: () => Promise.resolve() };
}

/**
 * Builds the console now and after every change, and tells open pages.
 * @param report told of each build in words: its time and warnings, or what is wrong.
 */
export function buildAndWatch(
    assets: Assets,
    events: ReloadEvents,
    options: PageBuildOptions,
    report: (message: string) => void
): Promise<Closable> {
    return watchConsole(
        { mode: 'production', ...options },
        {
            onBuild(build) {
                assets.use(build);
                events.tell({ version: String(Date.now()) });
                report([`Built in ${build.milliseconds} ms.`, ...build.warnings].join('\n'));
            },
            onError(error) {
                events.tell({ version: events.current.version, buildError: error.message });
                report(`The build failed; open pages stay as they are.\n${error.message}`);
            }
        }
    );
}
