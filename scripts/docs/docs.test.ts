import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LocalOrg } from '../local-org/localOrg.ts';
import { SAMPLE_DATA } from '../local-org/server/startLocalOrg.ts';
import { DOCS, parseDocument, readDocuments, ROOT } from './documents.ts';
import { isQuoted, technicalNames, visibleTexts } from './packageNames.ts';
import { PICTURES } from './pictures.ts';

const DOCUMENTS = readDocuments();
const LARGEST_PICTURE = 150 * 1024;

/** What is neither of this package nor of the schema: shapes of ids, other programs, and text that people write. */
const KNOWN_ELSEWHERE = new Set([
    'sf',
    'sf data query',
    'sf data export tree',
    '__c',
    'Payments_',
    'SF123456',
    'ERROR: {…}'
]);
const ID_SHAPE = /^(acct|ch|pi|re|txn)_…?$|^SF…$/;

const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
};
const texts = visibleTexts();
const names = technicalNames();

/** `npm run docs`, `npm run --silent redact < x`, `npm start -- --port 1`. */
function npmScript(command: string): string | undefined {
    const [, run, script] = /^npm (run )?(?:--silent )?([\w:-]+)/.exec(command) ?? [];
    return run ? script : script && ['start', 'test'].includes(script) ? script : undefined;
}

function isKnown(code: string): boolean {
    const script = npmScript(code);
    if (script !== undefined) {
        return script in scripts;
    }
    const [, tab] = /^\/lightning\/n\/(\w+)$/.exec(code) ?? [];
    return (
        names.has(tab ?? code) ||
        KNOWN_ELSEWHERE.has(code) ||
        ID_SHAPE.test(code) ||
        fs.existsSync(path.resolve(ROOT, code))
    );
}

for (const { file, codes, labels, links, blocks } of DOCUMENTS) {
    describe(file, () => {
        it('names only commands, files, objects and fields that there are', () => {
            assert.deepEqual(
                codes.filter((code) => !isKnown(code)),
                []
            );
        });

        it('quotes only texts of the package', () => {
            assert.deepEqual(
                labels.filter((label) => !isQuoted(label, texts)),
                []
            );
        });

        it('leads only to files that there are', () => {
            const files = links.filter((link) => !/^https:/.test(link)).map((link) => link.split('#')[0] ?? '');
            assert.deepEqual(
                files.filter((link) => !fs.existsSync(path.resolve(DOCS, link))),
                []
            );
        });

        it('has commands in its examples that there are, and options that they have', () => {
            const commands = blocks
                .filter(({ language }) => language === 'sh')
                .flatMap(({ text }) => text.trim().split('\n'));
            const unknown = commands.filter((command) => {
                const script = npmScript(command);
                return script === undefined ? !command.startsWith('sf ') : !(script in scripts);
            });
            assert.deepEqual(unknown, []);
            const permissionSets = commands.flatMap((command) => /permset --name (\w+)/.exec(command)?.[1] ?? []);
            assert.deepEqual(
                permissionSets.filter((name) => !names.has(name)),
                []
            );
        });
    });
}

describe('the queries of the documentation', () => {
    let org: LocalOrg;

    before(() => {
        org = LocalOrg.open({ dataPaths: [SAMPLE_DATA], sourceDirectory: path.join(ROOT, 'force-app/main') });
    });

    after(() => org.close());

    const queries = DOCUMENTS.flatMap(({ file, blocks }) =>
        blocks.filter(({ language }) => language === 'sql').map(({ text }) => ({ file, soql: text }))
    );

    it('are there', () => assert.ok(queries.length > 0));

    for (const { file, soql } of queries) {
        it(`run, and those of an order find records: ${file}, ${soql.replace(/\s+/g, ' ').slice(0, 70)}`, () => {
            const { totalSize } = org.query(soql);
            assert.ok(totalSize > 0 || !/'/.test(soql));
        });
    }
});

describe('the pictures of the documentation', () => {
    const shown = DOCUMENTS.flatMap(({ links }) => links).filter((link) => link.startsWith('pictures/'));

    it('are those that npm run docs takes: each is shown, and no other', () => {
        assert.deepEqual(shown.toSorted(), PICTURES.map(({ name }) => `pictures/${name}.png`).toSorted());
        assert.deepEqual(
            fs.readdirSync(path.join(DOCS, 'pictures')).toSorted(),
            PICTURES.map(({ name }) => `${name}.png`).toSorted()
        );
    });

    for (const { name } of PICTURES) {
        it(`${name} is small`, () => {
            const { size } = fs.statSync(path.join(DOCS, 'pictures', `${name}.png`));
            assert.ok(size < LARGEST_PICTURE, `${size} bytes`);
        });
    }
});

describe('a page that is taken apart', () => {
    it('gives its blocks, codes, slanted words and links', () => {
        const text =
            '_One two_, `a_b` and [_Three_](x_y.md)\n\n```sh\nnpm test _no_\n```\n\n_say\n`b_c`_ snake_case_word\n';
        assert.deepEqual(parseDocument('x.md', text), {
            file: 'x.md',
            blocks: [{ language: 'sh', text: 'npm test _no_\n' }],
            codes: ['a_b', 'b_c'],
            labels: ['One two', 'Three', 'say b_c'],
            links: ['x_y.md']
        });
    });

    it('is held to its labels: a gap stands for anything, other words do not', () => {
        const labels = ['Show records of {0}', 'Copy case', '{0}, a number made up by Salesforce', '{0}: {1}'];
        assert.ok(isQuoted('Show records of …', labels));
        assert.ok(isQuoted('Show records of Apple Pay', labels));
        assert.ok(isQuoted('a number made up by Salesforce', labels));
        assert.ok(!isQuoted('Copy the case', labels));
        assert.ok(!isQuoted('Show …s', labels));
        assert.ok(!isQuoted('Anything: else', labels));
    });
});
