import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../check/listFiles.ts';
import { parseApexClass } from '../local-org/apex/apexClass.ts';

const sources = listFiles('force-app', '.cls').map((file) => ({
    name: path.basename(file, '.cls'),
    text: fs.readFileSync(file, 'utf8')
}));
const isTest = ({ text }: { text: string }) => /@IsTest\b/i.test(text);

test('every Apex method that components call is called by an Apex test', () => {
    const tests = sources.filter(isTest).map(({ text }) => text);
    const methods = sources
        .filter((source) => !isTest(source))
        .flatMap(({ name, text }) =>
            [...parseApexClass(text).methods.values()].map((method) => `${name}.${method.name}`)
        );
    assert.ok(methods.length > 10, 'The package has more methods than that.');
    const untested = methods.filter((method) => !tests.some((text) => text.includes(`${method}(`)));
    assert.deepEqual(untested, []);
});
