import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { temporaryFolder } from '../local-org/rest/testServer.ts';
import { compilePackage } from './compilePackage.ts';

const LWC = 'force-app/main/console/lwc';
const CONFIGURATION = {
    // The smallest library: reading it is most of the time that the compiler takes.
    compilerOptions: { target: 'ESNext', module: 'ESNext', lib: ['ES5'], skipLibCheck: true, types: [], rootDir: '.' },
    include: ['force-app/**/*.ts']
};

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
    folder = temporaryFolder();
    write('tsconfig.build.json', JSON.stringify(CONFIGURATION));
    write(`${LWC}/list/list.ts`, 'export const list: string = "list";\n');
    write(`${LWC}/gone/gone.ts`, 'export const gone: string = "gone";\n');
});

afterEach(() => folder.remove());

function write(name: string, text: string): void {
    mkdirSync(path.dirname(place(name)), { recursive: true });
    writeFileSync(place(name), text);
}

function place(name: string): string {
    return path.join(folder.path, name);
}

test('JavaScript that was written by hand stays, whatever is built', () => {
    const own = [
        `${LWC}/plain/plain.js`,
        `${LWC}/plain/__tests__/plain.test.js`,
        'force-app/main/staticresources/a.js'
    ];
    own.forEach((name) => write(name, '// by hand'));
    compilePackage(folder.path);
    compilePackage(folder.path);
    assert.deepEqual(
        own.map((name) => readFileSync(place(name), 'utf8')),
        own.map(() => '// by hand')
    );
});

test('what a build wrote goes with its TypeScript, as it would be deployed too', () => {
    compilePackage(folder.path);
    assert.ok(existsSync(place(`${LWC}/gone/gone.js`)));
    renameSync(place(`${LWC}/gone/gone.ts`), place(`${LWC}/gone/renamed.ts`));
    compilePackage(folder.path);
    assert.ok(!existsSync(place(`${LWC}/gone/gone.js`)));
    assert.ok(existsSync(place(`${LWC}/gone/renamed.js`)));
    assert.ok(existsSync(place(`${LWC}/list/list.js`)));
});

test('what a build wrote stays where somebody went on with it by hand', () => {
    compilePackage(folder.path);
    rmSync(place(`${LWC}/gone/gone.ts`));
    write(`${LWC}/gone/gone.js`, '// by hand now');
    compilePackage(folder.path);
    compilePackage(folder.path);
    assert.equal(readFileSync(place(`${LWC}/gone/gone.js`), 'utf8'), '// by hand now');
});

test('a mistake is told with its place, and the files that were written are counted', () => {
    write(`${LWC}/list/list.ts`, 'export const list: string = 1;\n');
    const { files, isWithoutErrors, messages } = compilePackage(folder.path);
    assert.equal(files, 2);
    assert.ok(!isWithoutErrors);
    assert.match(messages, /list\.ts\(1,14\): error TS2322/);
    assert.doesNotMatch(messages, /TSFILE/);
});
