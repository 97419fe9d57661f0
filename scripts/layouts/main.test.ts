import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyPatch } from 'diff';
import { complete, COMPLETE_LISTS, KNOWN_LAYOUTS, layoutXml } from './testLayouts.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const LOADER = import.meta.resolve('tsx');
const DEFAULT = layoutXml(KNOWN_LAYOUTS['the default'] ?? []);
const COMPLETED = complete(DEFAULT).text;
const COMPLETE = layoutXml(COMPLETE_LISTS);
const NAME = 'OrderPaymentSummary-Order Payment Summary Layout';
const FILE = `layouts/${NAME}.layout-meta.xml`;

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'layouts-test-'));
after(() => fs.rmSync(root, { recursive: true }));

let working: string;
let runs = 0;
beforeEach(() => {
    runs += 1;
    working = path.join(root, String(runs));
    fs.mkdirSync(working);
});

function write(files: Record<string, string | Buffer>): void {
    for (const [file, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(working, file)), { recursive: true });
        fs.writeFileSync(path.join(working, file), content);
    }
}

/** All files below the working directory, with their content. */
function files(): Record<string, string> {
    const names = fs.readdirSync(working, { recursive: true, encoding: 'utf8' }).sort();
    const isFile = (name: string) => fs.statSync(path.join(working, name)).isFile();
    return Object.fromEntries(
        names.filter(isFile).map((name) => [name, fs.readFileSync(path.join(working, name), 'utf8')])
    );
}

function layouts(options: readonly string[], environment: Record<string, string> = {}) {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', LOADER, MAIN, ...options], {
        cwd: working,
        encoding: 'utf8',
        env: {
            ...process.env,
            TSX_TSCONFIG_PATH: path.join(import.meta.dirname, '../tsconfig.json'),
            ...environment
        }
    });
    return { stdout, stderr, status };
}

/** The patch in a report. */
function patchIn(stdout: string): string {
    return /^--- [^]*?(?=^(?![-+@ \\]))/m.exec(stdout)?.[0] ?? '';
}

test('a layout is completed, after a diff and a backup, and a second run changes nothing', () => {
    write({ [FILE]: DEFAULT });
    const first = layouts(['--source', '.']);
    assert.equal(first.stderr, '');
    assert.equal(first.status, 0);
    assert.match(first.stdout, /missing: in Payments: GatewayRefNumber, CreatedDate, stripeDashboardLink__c\n/);
    assert.equal(applyPatch(DEFAULT, patchIn(first.stdout)), COMPLETED);
    const order = ['--- ', '@@', 'Backup: ', 'Written: '].map((word) => first.stdout.indexOf(word));
    assert.deepEqual(
        order,
        order.toSorted((one, other) => one - other)
    );
    assert.ok(!order.includes(-1));
    const [backup] = /layouts-backup.*/.exec(first.stdout) ?? [];
    const written = { [FILE]: COMPLETED, [`${backup}/${FILE}`]: DEFAULT };
    assert.deepEqual(files(), written);

    const second = layouts(['--source', '.']);
    assert.equal(second.status, 0);
    assert.match(second.stdout, /: nothing is missing\nNothing is missing\.\n$/);
    assert.deepEqual(files(), written);
});

test('--check says and shows what is missing with exit code 1, and writes nothing', () => {
    write({ [FILE]: DEFAULT });
    const { stdout, stderr, status } = layouts(['--source', 'layouts', '--check']);
    assert.equal(applyPatch(DEFAULT, patchIn(stdout)), COMPLETED);
    assert.match(stdout, /Nothing was written\.\n$/);
    assert.equal(stderr, '');
    assert.equal(status, 1);
    assert.deepEqual(files(), { [FILE]: DEFAULT });
});

test('--check of complete layouts has exit code 0', () => {
    write({ [FILE]: COMPLETE });
    assert.equal(layouts(['--source', '.', '--check']).status, 0);
});

test('--list completes these lists only', () => {
    write({ [FILE]: layoutXml(COMPLETE_LISTS.slice(0, 2)) });
    const { status } = layouts(['--source', '.', '--list', 'gatewaylogs, Payments']);
    assert.equal(status, 0);
    const now = files()[FILE] ?? '';
    assert.ok(now.includes('GatewayLogs'));
    assert.ok(!now.includes('Refunds'));
});

test('a list without room for a column has exit code 1 after the rest was written', () => {
    const columns = Array.from({ length: 10 }, (_, index) => `Field${index}__c`);
    write({ [FILE]: layoutXml([{ name: 'Payments', columns }, ...COMPLETE_LISTS.slice(2)]) });
    const { stdout, status } = layouts(['--source', '.']);
    assert.match(
        stdout,
        /missing: in Payments: GatewayRefNumber, Status, CreatedDate, stripeDashboardLink__c; there is no room/
    );
    assert.match(files()[FILE] ?? '', /Authorizations/);
    assert.equal(status, 1);
    assert.equal(layouts(['--source', '.']).status, 1);
});

test('both file suffixes and escaped names are layouts; other objects and other files are left alone and said', () => {
    const others = {
        'layouts/Payment-Payment Layout.layout-meta.xml': '<Layout',
        'layouts/OrderSummary-Order Summary Layout.layout': 'x',
        'layouts/OrderPaymentSummary-Notes.txt': 'x',
        [`node_modules/${FILE}`]: DEFAULT,
        [`.sf/${FILE}`]: DEFAULT,
        [`layouts-backup/2026/${FILE}`]: DEFAULT
    };
    write({ 'src/OrderPaymentSummary-Old %28EU%29.layout': DEFAULT, [FILE]: COMPLETE, ...others });
    const { stdout, status } = layouts(['--source', '.']);
    assert.equal(status, 0);
    assert.match(stdout, /^Left alone: 2 layouts of other objects\.$/m);
    const now = files();
    assert.equal(now['src/OrderPaymentSummary-Old %28EU%29.layout'], COMPLETED);
    assert.equal(now[FILE], COMPLETE);
    for (const [file, content] of Object.entries(others)) {
        assert.equal(now[file], content);
    }
});

test('where one layout is malformed, its place is said and none is written', () => {
    const malformed = COMPLETE.replace('</relatedLists>', '</relatedList>');
    const before = {
        [FILE]: DEFAULT,
        'layouts/OrderPaymentSummary-A.layout-meta.xml': malformed,
        'layouts/OrderPaymentSummary-B.layout-meta.xml': ''
    };
    write(before);
    const { stdout, stderr, status } = layouts(['--source', '.']);
    const line = malformed.split('\n').findIndex((text) => text.includes('    </relatedList>')) + 1;
    assert.ok(stderr.includes(`layouts/OrderPaymentSummary-A.layout-meta.xml:${line}:18: not well-formed XML`));
    assert.match(stderr, /OrderPaymentSummary-B\.layout-meta\.xml:1:1: not well-formed XML/);
    assert.match(stderr, /\nNothing was written\.\n$/);
    assert.equal(stdout, '');
    assert.equal(status, 2);
    assert.deepEqual(files(), before);
});

test('a file that is not UTF-8 is refused, untouched', () => {
    const bytes = Buffer.from(DEFAULT.replace('FullName', 'Käufer'), 'latin1');
    write({ [FILE]: bytes });
    const { stderr, status } = layouts(['--source', '.']);
    assert.match(stderr, /is not UTF-8 text/);
    assert.equal(status, 2);
    assert.deepEqual(fs.readFileSync(path.join(working, FILE)), bytes);
});

test('a byte order mark, Windows line ends and a missing line end at the end stay', () => {
    const asOnWindows = (text: string) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`;
    write({ [FILE]: asOnWindows(DEFAULT) });
    assert.equal(layouts(['--source', '.']).status, 0);
    const now = files();
    assert.equal(now[FILE], asOnWindows(COMPLETED));
    assert.ok(Object.values(now).includes(asOnWindows(DEFAULT)));
});

test('where the backup cannot be made, nothing is written', () => {
    write({ [FILE]: DEFAULT, 'layouts-backup': 'a file in its place' });
    const { stderr, status } = layouts(['--source', '.']);
    assert.match(stderr, /^(EEXIST|ENOTDIR)[^\n]*layouts-backup[^\n]*\n$/);
    assert.equal(status, 2);
    assert.equal(files()[FILE], DEFAULT);
});

const MISTAKES: readonly { name: string; options: string[]; says: RegExp }[] = [
    { name: 'no option', options: [], says: /^Which layouts\? --source DIR or --target-org ORG/ },
    { name: 'an option that there is not', options: ['--chek'], says: /^Unknown option '--chek'.* --help$/ },
    { name: 'both kinds of source', options: ['--source', '.', '--target-org', 'x'], says: /do not go together/ },
    {
        name: 'a list that there is not',
        options: ['--source', '.', '--list', 'Logs'],
        says: /no related list "logs"\. There are: Authorizations, Payments, Refunds, GatewayLogs\.$/
    },
    { name: 'a folder that there is not', options: ['--source', 'nowhere'], says: /^There is no folder nowhere\.$/ },
    { name: 'a file as folder', options: ['--source', 'file.txt'], says: /^file\.txt is a file\./ },
    {
        name: 'an empty folder',
        options: ['--source', 'empty'],
        says: /^empty has no page layout of .* no page layout at/
    },
    {
        name: 'a folder of other layouts',
        options: ['--source', 'others'],
        says: /it has page layouts of other objects: 1\./
    }
];
for (const { name, options, says } of MISTAKES) {
    test(`${name} gets one clear line and exit code 2`, () => {
        write({ 'file.txt': '', 'others/Payment-P.layout': DEFAULT });
        fs.mkdirSync(path.join(working, 'empty'));
        const { stdout, stderr, status } = layouts(options);
        assert.match(stderr, /^[^\n]+\n$/);
        assert.match(stderr.trimEnd(), says);
        assert.equal(stdout, '');
        assert.equal(status, 2);
    });
}

test('--help shows the options and the exit codes', () => {
    const { stdout, status } = layouts(['--help']);
    assert.match(stdout, /--target-org ORG[^]*Exit codes/);
    assert.equal(status, 0);
});

const FAKE_SF = fileURLToPath(new URL('fakeSf.mjs', import.meta.url));

interface FakeOrg {
    /** Layouts of the org, by full name. */
    layouts: Record<string, string>;
    /** Layouts that are listed and not retrieved. */
    hidden?: string[];
    /** The command that fails, such as "project deploy start --dry-run", and what it prints. */
    failing?: { command: string; output: string };
}

/** Runs the command with an `sf` on the PATH that plays an org. */
function layoutsOfOrg(org: FakeOrg, ...options: string[]) {
    const folder = path.join(working, 'org');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'org.json'), JSON.stringify(org));
    fs.copyFileSync(FAKE_SF, path.join(folder, 'sf'));
    fs.chmodSync(path.join(folder, 'sf'), 0o755);
    const PATH = [folder, path.dirname(process.execPath), process.env['PATH']].join(path.delimiter);
    const result = layouts(['--target-org', 'my-org', ...options], { PATH, TMPDIR: folder });
    const read = (file: string) =>
        fs.existsSync(path.join(folder, file)) ? fs.readFileSync(path.join(folder, file), 'utf8') : '';
    return {
        ...result,
        commands: read('commands.txt').split('\n').slice(0, -1),
        deployed: JSON.parse(read('deployed.json') || '{}') as Record<string, string>,
        left: fs.readdirSync(folder).filter((name) => name.startsWith('layouts-'))
    };
}

const ORG: FakeOrg = {
    layouts: { [NAME]: DEFAULT, 'OrderPaymentSummary-Full %28EU%29': COMPLETE, 'Payment-Payment Layout': DEFAULT }
};
const RETRIEVAL = [
    'org list metadata --metadata-type Layout --target-org my-org --json',
    `project retrieve start --metadata Layout:${NAME} --metadata Layout:OrderPaymentSummary-Full %28EU%29 --target-org my-org --json`
];
const DEPLOYED = `force-app/main/default/layouts/${NAME}.layout-meta.xml`;

test('of an org, what lacks something is retrieved, shown, kept as a backup, tried and deployed', () => {
    const { stdout, stderr, status, commands, deployed, left } = layoutsOfOrg(ORG);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.deepEqual(commands, [
        ...RETRIEVAL,
        `project deploy start --source-dir ${DEPLOYED} --target-org my-org --dry-run --json`,
        `project deploy start --source-dir ${DEPLOYED} --target-org my-org --json`
    ]);
    assert.deepEqual(deployed, { [DEPLOYED]: COMPLETED });
    assert.equal(applyPatch(DEFAULT, patchIn(stdout)), COMPLETED);
    assert.match(stdout, /\nDry run: my-org takes the layouts\.\nDeployed to my-org\.\n$/);
    const [backup] = /layouts-backup.*/.exec(stdout) ?? [];
    assert.equal(files()[`${backup}/main/default/layouts/${NAME}.layout-meta.xml`], DEFAULT);
    assert.deepEqual(left, []);
});

test('--check of an org shows the diff and deploys nothing', () => {
    const { stdout, status, commands } = layoutsOfOrg(ORG, '--check');
    assert.equal(applyPatch(DEFAULT, patchIn(stdout)), COMPLETED);
    assert.deepEqual(commands, RETRIEVAL);
    assert.equal(status, 1);
});

test('an org that lacks nothing is not deployed to', () => {
    const { status, commands } = layoutsOfOrg({ layouts: { [NAME]: COMPLETE } });
    assert.equal(status, 0);
    assert.equal(commands.length, 2);
});

test('what the org does not take in the dry run is said, and not deployed', () => {
    const output = JSON.stringify({
        status: 1,
        message: 'Deploy failed.',
        result: { details: { componentFailures: { fullName: NAME, problem: 'Invalid field GatewayRefNumber' } } }
    });
    const failing = { command: 'project deploy start --dry-run', output };
    const { stderr, status, commands, deployed } = layoutsOfOrg({ ...ORG, failing });
    assert.equal(stderr, `sf project deploy start failed: Deploy failed.\n  ${NAME}: Invalid field GatewayRefNumber\n`);
    assert.equal(status, 2);
    assert.equal(commands.length, 3);
    assert.deepEqual(deployed, {});
});

test('an error of sf is passed on', () => {
    const output = JSON.stringify({ status: 1, message: 'No authorization information found for my-org.' });
    const { stderr, status } = layoutsOfOrg({ ...ORG, failing: { command: 'org list metadata', output } });
    assert.equal(stderr, 'sf org list metadata failed: No authorization information found for my-org.\n');
    assert.equal(status, 2);
});

test('an sf that prints no JSON is an error that shows its first line', () => {
    const failing = { command: 'org list metadata', output: 'Error: a bug' };
    const { stderr, status } = layoutsOfOrg({ ...ORG, failing });
    assert.equal(stderr, 'sf org list metadata ended with code 1 and without JSON. Error: a bug\n');
    assert.equal(status, 2);
});

test('an org without such layouts, and a layout that was not retrieved, are errors', () => {
    const { stderr, status } = layoutsOfOrg({ layouts: { 'Payment-Payment Layout': DEFAULT } });
    assert.match(stderr, /^my-org has no page layout of Order Payment Summary\./);
    assert.equal(status, 2);
    fs.rmSync(path.join(working, 'org'), { recursive: true });
    const hidden = layoutsOfOrg({ ...ORG, hidden: [NAME] });
    assert.equal(hidden.stderr, `sf retrieved no file for ${NAME}. Nothing was deployed.\n`);
    assert.equal(hidden.status, 2);
});

test('without sf on the PATH a clear line says what to do', () => {
    const { stderr, status } = layouts(['--target-org', 'my-org'], { PATH: working });
    assert.match(stderr, /^There is no command sf on the PATH\. Install the Salesforce CLI[^\n]*--source[^\n]*\n$/);
    assert.equal(status, 2);
});
