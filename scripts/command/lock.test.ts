import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { temporaryFolder } from '../local-org/rest/testServer.ts';
import { lock } from './lock.ts';

const folder = temporaryFolder();
const others: ChildProcess[] = [];
after(() => {
    others.forEach((other) => other.kill());
    folder.remove();
});

/** Takes the lock in another process, which ends when its standard input does. */
async function lockElsewhere(file: string) {
    const command = `
        import { lock } from ${JSON.stringify(import.meta.resolve('./lock.ts'))};
        lock(${JSON.stringify(file)}, '');
        process.stdout.write('locked');
        process.stdin.on('end', () => process.exit(0)).resume();`;
    const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', command];
    const other = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'inherit'] });
    others.push(other);
    await once(other.stdout, 'data');
    return other;
}

test('a process keeps out another one while it is under way, and not after a kill', async () => {
    const file = path.join(folder.path, 'killed.pid');
    const other = await lockElsewhere(file);
    const message = `It is in use (process ${other.pid}). Wait for it. If there is none, delete ${file}.`;
    assert.throws(() => lock(file, 'It is in use'), { message });
    lock(path.join(folder.path, 'other.pid'), '')();
    other.kill('SIGKILL');
    await once(other, 'exit');
    assert.ok(existsSync(file));
    lock(file, 'It is in use')();
    lock(file, 'It is in use')();
    assert.ok(!existsSync(file));
});

test('the end of a process lets the next one in', async () => {
    const file = path.join(folder.path, 'ended.pid');
    const other = await lockElsewhere(file);
    other.stdin.end();
    await once(other, 'exit');
    assert.ok(!existsSync(file));
});
