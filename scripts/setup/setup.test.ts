import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { isInstallNeeded, rememberInstall } from './dependencies.mjs';
import { modulePaths } from './modulePaths.mjs';
import { nodeVersionProblem } from './nodeVersion.mjs';

const folders: string[] = [];
after(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

/** A repository with this script, a lock file, and a loader that does nothing in place of tsx. */
function repository(files: Record<string, string> = {}): string {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'setup-'));
    folders.push(root);
    fs.cpSync(import.meta.dirname, path.join(root, 'scripts/setup'), { recursive: true });
    const all = { 'package-lock.json': '{}', 'node_modules/tsx/dist/loader.mjs': '', ...files };
    for (const [name, content] of Object.entries(all)) {
        fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
        fs.writeFileSync(path.join(root, name), content);
    }
    return root;
}

test('a Node that is too old gets one line that says which is needed', () => {
    assert.match(nodeVersionProblem('20.18.3') ?? '', /^Node 20\.19 or newer is needed; this is Node 20\.18\.3\..*$/);
    assert.match(nodeVersionProblem('18.20.0') ?? '', /needed/);
    assert.equal(nodeVersionProblem('20.19.0'), undefined);
    assert.equal(nodeVersionProblem('22.1.0'), undefined);
    assert.equal(nodeVersionProblem('24.0.0'), undefined);
});

test('packages are installed where none are, and again only after the lock file changed', () => {
    const root = repository();
    assert.equal(isInstallNeeded(root), true);
    rememberInstall(root);
    assert.equal(isInstallNeeded(root), false);
    fs.writeFileSync(path.join(root, 'package-lock.json'), '{ "changed": true }');
    assert.equal(isInstallNeeded(root), true);
});

test('packages are installed again after node_modules was deleted', () => {
    const root = repository();
    rememberInstall(root);
    fs.rmSync(path.join(root, 'node_modules'), { recursive: true });
    assert.equal(isInstallNeeded(root), true);
});

test('every TypeScript bundle of every area has its module path, by name', () => {
    const root = repository({
        'force-app/main/model/lwc/money/money.ts': '',
        'force-app/main/console/lwc/list/list.ts': '',
        'force-app/main/console/lwc/plain/plain.js': ''
    });
    assert.deepEqual(JSON.parse(modulePaths(root)), {
        compilerOptions: {
            paths: {
                'c/list': ['./force-app/main/console/lwc/list/list.ts'],
                'c/money': ['./force-app/main/model/lwc/money/money.ts']
            }
        }
    });
});

test('the command gets its arguments, and its exit code is passed on', () => {
    const root = repository({ 'command.mjs': 'console.log(process.argv.slice(2).join()); process.exit(7);' });
    rememberInstall(root);
    const run = spawnSync(process.execPath, ['scripts/setup/run.mjs', 'command.mjs', '--port', '1'], { cwd: root });
    assert.equal(run.stderr.toString(), '');
    assert.equal(run.stdout.toString(), '--port,1\n');
    assert.equal(run.status, 7);
});

test('the command gets the options of Node', () => {
    const root = repository({ 'command.mjs': 'console.log(process.execArgv[0])' });
    rememberInstall(root);
    const words = ['--max-semi-space-size=8', 'scripts/setup/run.mjs', 'command.mjs'];
    assert.equal(spawnSync(process.execPath, words, { cwd: root }).stdout.toString(), '--max-semi-space-size=8\n');
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal} reaches the command, which ends the run in its own way`, async () => {
        const root = repository({
            'command.mjs': `process.on('${signal}', () => process.exit(0)); setInterval(() => {}, 1000); console.log('on');`
        });
        rememberInstall(root);
        const run = spawn(process.execPath, ['scripts/setup/run.mjs', 'command.mjs'], { cwd: root });
        await once(run.stdout, 'data');
        run.kill(signal);
        const [code] = (await once(run, 'exit')) as [number | null];
        assert.equal(code, 0);
    });
}

test('the command notices when the run is killed, so that it is not left behind', async () => {
    const root = repository({
        'command.mjs': `import fs from 'node:fs';
            process.on('disconnect', () => { fs.writeFileSync('gone', ''); process.exit(); });
            setInterval(() => {}, 1000); console.log('on');`
    });
    rememberInstall(root);
    const run = spawn(process.execPath, ['scripts/setup/run.mjs', 'command.mjs'], { cwd: root });
    await once(run.stdout, 'data');
    run.kill('SIGKILL');
    // The command holds the output open until it ends.
    await once(run, 'close');
    assert.equal(fs.existsSync(path.join(root, 'gone')), true);
});
