import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CompileCache } from './compileCache.ts';

let folder: string;

before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'compile-cache-'));
});

after(() => fs.rmSync(folder, { recursive: true }));

/** The code that a cache gives for a key, and whether it had to be compiled. */
async function ask(cache: CompileCache, key: string) {
    let compiled = false;
    const module = await cache.get(key, () => {
        compiled = true;
        return Promise.resolve({ code: key, warnings: ['w'] });
    });
    return { ...module, compiled };
}

test('what was compiled once is read back by the next process, with its warnings', async () => {
    const file = path.join(folder, 'kept.json');
    const first = new CompileCache(file, 'tools 1');
    assert.equal((await ask(first, 'a')).compiled, true);
    first.save();
    assert.deepEqual(await ask(new CompileCache(file, 'tools 1'), 'a'), {
        code: 'a',
        warnings: ['w'],
        compiled: false
    });
});

test('other tools compile everything again', async () => {
    const file = path.join(folder, 'tools.json');
    const first = new CompileCache(file, 'tools 1');
    await ask(first, 'a');
    first.save();
    assert.equal((await ask(new CompileCache(file, 'tools 2'), 'a')).compiled, true);
});

test('what is no longer used is forgotten', async () => {
    const file = path.join(folder, 'unused.json');
    const first = new CompileCache(file, 'tools');
    await ask(first, 'old');
    first.save();
    const second = new CompileCache(file, 'tools');
    await ask(second, 'new');
    second.save();
    assert.equal((await ask(new CompileCache(file, 'tools'), 'old')).compiled, true);
});

test('a file that was cut off is no error', async () => {
    const file = path.join(folder, 'cut.json');
    fs.writeFileSync(file, '{"fingerprint":"tools","modu');
    assert.equal((await ask(new CompileCache(file, 'tools'), 'a')).compiled, true);
});
