import { spawn } from 'node:child_process';

/** Opens the system's browser, if there is a screen and a command for it. Never fails: the address is printed anyway. */
export function openBrowser(url: string): void {
    const command = browserCommand(url);
    if (!command) {
        return;
    }
    const [program, ...programArguments] = command;
    const child = spawn(program, programArguments, { stdio: 'ignore', detached: true });
    child.on('error', () => undefined);
    child.unref();
}

function browserCommand(url: string): [string, ...string[]] | undefined {
    if (process.platform === 'darwin') {
        return ['open', url];
    }
    if (process.platform === 'win32') {
        return ['cmd', '/c', 'start', '', url];
    }
    const hasScreen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
    return hasScreen ? ['xdg-open', url] : undefined;
}
