import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages on Debian and its kin; does nothing elsewhere. Whether it went well, the caller sees by looking for
 * the program.
 * @param reason what is said before
 */
export function installWithApt(reason: string, packages: readonly string[]): void {
    if (!existsSync('/usr/bin/apt-get')) {
        return;
    }
    // Not to standard output: that is the command's own.
    console.error(reason);
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
        const [program = '', ...programArguments] = [...asRoot, 'apt-get', '-qq', ...step];
        spawnSync(program, programArguments, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    }
}
