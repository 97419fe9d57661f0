import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { temporaryFolder } from '../local-org/rest/testServer.ts';
import { lockRun } from './runLock.ts';

const folder = temporaryFolder();
after(() => folder.remove());

test('a run keeps out another one of the same name while it is under way, and not after a kill', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(other, 'spawn');
    writeFileSync(path.join(folder.path, 'demo.pid'), String(other.pid));
    assert.throws(
        () => lockRun(folder.path, 'demo'),
        /A run of this name is under way \(process \d+\)\. Wait for it\./
    );
    lockRun(folder.path, 'other')();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const unlock = lockRun(folder.path, 'demo');
    unlock();
    lockRun(folder.path, 'demo')();
});
