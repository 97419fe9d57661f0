// Runs a TypeScript command of this repository on a machine that has only Node:
//   node scripts/setup/run.mjs scripts/local-org/main.ts [arguments]
// Options of Node before the path are also those of the command.
// Plain JavaScript without dependencies, because it runs before anything is installed.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, isInstallNeeded } from './dependencies.mjs';
import { writeModulePaths } from './modulePaths.mjs';
import { nodeVersionProblem } from './nodeVersion.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const [command, ...commandArguments] = process.argv.slice(2);

const problem = command ? nodeVersionProblem(process.versions.node) : 'Which command? node scripts/setup/run.mjs FILE';
if (problem) {
    console.error(problem);
    process.exit(1);
}

if (isInstallNeeded(root)) {
    console.error('Installing the packages of package-lock.json. This happens once.');
    const code = install(root);
    if (code !== 0) {
        console.error('npm ci failed: see its message above.');
        process.exit(code);
    }
}
writeModulePaths(root);

// The loader of tsx in the same process: the command of tsx would put one more process in between.
const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const nodeArguments = [...process.execArgv, '--import', loader];
const child = spawn(process.execPath, [...nodeArguments, path.join(root, command), ...commandArguments], {
    // The channel tells the command when this process is gone, however it ended.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'scripts/tsconfig.json') }
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
        // Ctrl-C in a terminal reaches the command by itself; it has to take two of them.
        child.kill(signal);
    });
}

child.on('exit', (code, signal) => {
    if (signal) {
        // End in the same way, so that the caller sees the signal.
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
        return;
    }
    process.exit(code ?? 1);
});
