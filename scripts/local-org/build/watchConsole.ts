import { createConsoleBuilder, type ConsoleBuild, type ConsoleBuildOptions } from './buildConsole.ts';
import { FolderWatcher } from './folderWatcher.ts';
import { projectFolders } from './folders.ts';

/** What happens while the console is watched. */
export interface WatchListener {
    onBuild(build: ConsoleBuild): void;
    /** The last good build stays in use. */
    onError(error: Error): void;
}

/** Editors write a file in several steps: wait until they are done. */
const QUIET_MILLISECONDS = 60;

/**
 * Builds once, then again after every change below the package source, its translations, the shell or the stand-ins.
 * The promise resolves after the first build, good or bad.
 */
export async function watchConsole(
    options: ConsoleBuildOptions,
    listener: WatchListener
): Promise<{ close(): Promise<void> }> {
    const folders = options.folders ?? projectFolders();
    const build = createConsoleBuilder({ ...options, folders });
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();

    async function buildAndTell(): Promise<void> {
        try {
            watcher.followFolders();
            listener.onBuild(await build());
        } catch (error) {
            listener.onError(error as Error);
        }
    }

    function buildSoon(): void {
        clearTimeout(timer);
        timer = setTimeout(() => {
            running = running.then(buildAndTell);
        }, QUIET_MILLISECONDS);
    }

    const watcher = new FolderWatcher(
        [folders.source, folders.translations, folders.shell, folders.standIns],
        buildSoon
    );
    running = buildAndTell();
    await running;
    return {
        async close() {
            clearTimeout(timer);
            watcher.close();
            await running;
        }
    };
}
