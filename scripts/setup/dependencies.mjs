import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Holds the hash of the lock file that was installed. npm removes it with node_modules. */
const STAMP = 'node_modules/.installed-lock';

/**
 * Whether the installed packages are not those of the lock file.
 * @param {string} root the folder of package-lock.json
 */
export function isInstallNeeded(root) {
    const stamp = path.join(root, STAMP);
    return !fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== hashOfLock(root);
}

/**
 * Runs `npm ci` in the same terminal, and remembers that it went well.
 * @param {string} root
 * @returns {number} npm's exit code
 */
export function install(root) {
    // Inside `npm start` npm says where it is; otherwise it is on the path (on Windows as a command file).
    const npm = process.env.npm_execpath;
    // Its words go to standard error: the output of a command is its own.
    const options = { cwd: root, stdio: /** @type {const} */ (['inherit', 2, 2]) };
    const result = npm
        ? spawnSync(process.execPath, [npm, 'ci'], options)
        : spawnSync('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
    if (result.status === 0) {
        rememberInstall(root);
    }
    return result.status ?? 1;
}

/** @param {string} root */
export function rememberInstall(root) {
    fs.writeFileSync(path.join(root, STAMP), hashOfLock(root));
}

/** @param {string} root */
function hashOfLock(root) {
    const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
    return createHash('sha256').update(lock).digest('hex');
}
