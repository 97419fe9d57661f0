import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';

/** A command that would go on for a minute; it ends with 3 where it notices that nobody waits for it. */
const COMMAND = `
    import { stopWithParent } from ${JSON.stringify(import.meta.resolve('./stopWithParent.ts'))};
    stopWithParent(() => process.exit(3));
    process.stdout.write('on');
    setTimeout(() => {}, 60_000);`;

function start() {
    const options = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', COMMAND];
    return spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

test('a command stops when the process that started it is gone', async () => {
    const child = start();
    assert.ok(child.stdout);
    await once(child.stdout, 'data');
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [3, null]);
});

test('a command stops too where that process was gone before it was loaded', async () => {
    const child = start();
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [3, null]);
});
