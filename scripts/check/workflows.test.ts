import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { nodeVersionProblem } from '../setup/nodeVersion.mjs';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(PROJECT, '.github/workflows');

const workflows = fs
    .readdirSync(FOLDER)
    .map((name) => ({ name, text: fs.readFileSync(path.join(FOLDER, name), 'utf8') }));
const { scripts, engines } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    engines: { node: string };
};

/** The first group of each match. */
function all(text: string, pattern: RegExp): string[] {
    return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function workflow(name: string): string {
    return workflows.find((each) => each.name === name)?.text ?? '';
}

for (const { name, text } of workflows) {
    test(`${name} runs scripts that package.json has`, () => {
        const run = all(text, /npm run ([\w:-]+)/g);
        assert.deepEqual(
            run.filter((script) => scripts[script] === undefined),
            []
        );
    });

    test(`${name} may only read, unless a job says more, and takes actions at a major version`, () => {
        assert.match(text, /^permissions:\n {2}contents: read\n/m);
        assert.match(text, /^concurrency:$/m);
        const actions = all(text, /uses: (\S+)/g);
        assert.ok(actions.length > 0);
        assert.deepEqual(
            actions.filter((action) => !/^actions\/[\w-]+@v\d+$/.test(action)),
            []
        );
    });

    test(`${name} uses versions of Node that the project takes`, () => {
        const versions = all(text, /(?:node|node-version): \[?([\d, ]+)\]?$/gm).flatMap((list) => list.split(', '));
        assert.ok(versions.length > 0);
        assert.deepEqual(
            versions.map((version) => nodeVersionProblem(`${version}.99.0`)).filter((problem) => problem !== undefined),
            []
        );
    });

    test(`${name} hands a secret to a command by the environment only`, () => {
        const lines = text.split('\n').filter((line) => line.includes('secrets.'));
        assert.deepEqual(
            lines.filter((line) => !/^\s+[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}$/.test(line)),
            []
        );
    });
}

test('pull requests are tested with the oldest Node that the project takes, and the two long-term versions after it', () => {
    const [oldest] = all(engines.node, /^>=(\d+)/g);
    const [versions = ''] = all(workflow('pull-request.yml'), /node: \[([\d, ]+)\]/g);
    const first = Number(oldest);
    assert.deepEqual(versions.split(', ').map(Number), [first, first + 2, first + 4]);
    assert.match(workflow('pull-request.yml'), /^ +- run: npm test$/m);
});
