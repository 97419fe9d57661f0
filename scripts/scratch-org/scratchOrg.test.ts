import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { UserError } from '../command/userError.ts';
import { createCommands } from './commands.ts';
import { requireDevHub, runSteps } from './makeScratchOrg.ts';
import { readOptions } from './options.ts';
import { listSteps } from './steps.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(import.meta.dirname, 'main.ts');
const FAKE_SF = path.join(import.meta.dirname, 'fakeSf.mjs');

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'scratch-org-test-'));
after(() => fs.rmSync(root, { recursive: true }));

let project: string;
let runs = 0;
beforeEach(() => {
    runs += 1;
    project = path.join(root, String(runs));
    fs.mkdirSync(project);
    const script = `require('fs').appendFileSync('commands.txt', 'NAME ' + process.argv.slice(2).join(' ') + '\\n')`;
    for (const name of ['build', 'seed']) {
        fs.writeFileSync(path.join(project, `${name}.cjs`), script.replace('NAME', name));
    }
    const scripts = { build: 'node build.cjs', seed: 'node seed.cjs' };
    fs.writeFileSync(path.join(project, 'package.json'), JSON.stringify({ scripts }));
});

/** Runs the command's steps in a project with scripts of its own and an `sf` that plays this Dev Hub. */
async function make(args: string[], org: object, hasStripeKey = true) {
    fs.writeFileSync(path.join(project, 'org.json'), JSON.stringify({ devHub: 'hub', ...org }));
    const commands = createCommands(project, [process.execPath, FAKE_SF, project]);
    let printed = '';
    let problem = '';
    try {
        await requireDevHub(commands);
        await runSteps(listSteps(readOptions(args), hasStripeKey), commands, (text) => (printed += text));
    } catch (error) {
        assert.ok(error instanceof UserError, String(error));
        problem = error.message;
    }
    const ran = fs.readFileSync(path.join(project, 'commands.txt'), 'utf8').trim().split('\n');
    return { printed, problem, ran: ran.map((line) => line.trim()) };
}

const CREATE =
    'sf org create scratch --definition-file config/project-scratch-def.json --alias stripe-payments --duration-days 7 --wait 60 --json';
const DEPLOY = 'sf project deploy start --wait 60 --target-org stripe-payments --json';
const ASSIGN =
    'sf org assign permset --name Stripe_Payments_Admin --name Stripe_Payments_Agent --name Stripe_Payments_Personal_Data --target-org stripe-payments --json';
const OPEN = 'sf org open --path lightning/n/Stripe_Payments_Setup --target-org stripe-payments --json';
const GET_HUB = 'sf config get target-dev-hub --json';

test('the org is created, deployed to, given its permissions, seeded and opened, each step with its command', async () => {
    const { ran, printed, problem } = await make([], {});
    assert.equal(problem, '');
    assert.deepEqual(ran, [GET_HUB, CREATE, 'build', DEPLOY, ASSIGN, 'seed --target-org stripe-payments', OPEN]);
    const commands = printed.split('\n').filter((line) => line.startsWith('    '));
    const typed = ran.slice(1).map((line) => line.replace(/ --json$/, '').replace(/^sf /, 'npx sf '));
    typed[1] = 'npm run build';
    typed[4] = 'npm run seed -- --target-org stripe-payments';
    assert.deepEqual(
        commands,
        typed.map((line) => `    ${line}`)
    );
    assert.match(printed, /^1\/6 Create the scratch org\n/);
});

test('the options are passed on, and --test runs the Apex tests', async () => {
    const args = ['--alias', 'mine', '--days', '3', '--definition', 'other.json', '--test', '--no-open'];
    const { ran } = await make(args, {});
    assert.match(ran[1] ?? '', /--definition-file other\.json --alias mine --duration-days 3/);
    assert.equal(ran.at(-1), 'sf apex run test --test-level RunLocalTests --wait 60 --target-org mine --json');
    assert.ok(!ran.some((line) => line.startsWith('sf org open')));
});

test('without a Stripe key the seed is left out, and that is said', async () => {
    const { ran, printed } = await make([], {}, false);
    assert.ok(!ran.some((line) => line.startsWith('seed')));
    assert.match(
        printed,
        /left out: STRIPE_SECRET_KEY is not set\. Later: npm run seed -- --target-org stripe-payments\n/
    );
    assert.equal(ran.at(-1), OPEN);
});

test('the first step that fails ends the run, with the message of sf and the commands to go on with', async () => {
    const componentFailures = [{ fullName: 'paymentConsole', problem: 'no such module' }];
    const failure = { message: 'The deploy failed.', result: { details: { componentFailures } } };
    const { ran, problem } = await make([], { failing: 'project deploy', failure }, false);
    assert.deepEqual(ran.slice(-1), [DEPLOY]);
    assert.equal(
        problem,
        [
            'sf project deploy start failed: The deploy failed.',
            '  paymentConsole: no such module',
            'When that is mended, go on with:',
            '    npx sf project deploy start --wait 60 --target-org stripe-payments',
            `    npx ${ASSIGN.replace(' --json', '')}`,
            `    npx ${OPEN.replace(' --json', '')}`
        ].join('\n')
    );
});

test('a failed Apex test is named', async () => {
    const tests = [
        { FullName: 'ReadableRecordsTest.keeps', Outcome: 'Pass', Message: null },
        { FullName: 'ReadableRecordsTest.hides', Outcome: 'Fail', Message: 'Assertion Failed' }
    ];
    const { problem } = await make(['--test'], { failing: 'apex run test', failure: { result: { tests } } });
    assert.match(problem, /failed: ReadableRecordsTest\.hides: Assertion Failed\n/);
});

test('a script that fails ends the run', async () => {
    fs.writeFileSync(path.join(project, 'build.cjs'), 'process.exit(3)');
    const { ran, problem } = await make([], {});
    assert.deepEqual(ran, [GET_HUB, CREATE]);
    assert.match(problem, /^npm run build failed: see its message above\.\nWhen that is mended.*\n {4}npm run build\n/);
});

test('without a Dev Hub nothing is created', async () => {
    const { ran, problem, printed } = await make([], { devHub: null });
    assert.deepEqual(ran, [GET_HUB]);
    assert.equal(printed, '');
    assert.match(problem, /^There is no Dev Hub [^\n]*--set-default-dev-hub[^\n]*$/);
});

/** The command as a process, with the real Salesforce CLI and a home without any login. */
function scratchOrg(...args: string[]) {
    return spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), MAIN, ...args], {
        cwd: project,
        encoding: 'utf8',
        env: {
            PATH: process.env['PATH'],
            HOME: project,
            USERPROFILE: project,
            TSX_TSCONFIG_PATH: path.join(PROJECT, 'scripts/tsconfig.json'),
            SF_DISABLE_TELEMETRY: 'true',
            SF_AUTOUPDATE_DISABLE: 'true',
            SF_SKIP_NEW_VERSION_CHECK: 'true',
            SF_DISABLE_LOG_FILE: 'true'
        }
    });
}

test('the real sf without a Dev Hub: one clear line and exit code 2', () => {
    const { stdout, stderr, status } = scratchOrg();
    assert.equal(stdout, '');
    assert.match(
        stderr,
        /^There is no Dev Hub to create scratch orgs with\. Log in to one: npx sf org login web [^\n]*\n$/
    );
    assert.equal(status, 2);
});

test('wrong options are refused before anything is run, and --help explains them', () => {
    assert.throws(() => readOptions(['--days', '31']), /--days takes a number from 1 to 30, not "31"/);
    assert.throws(() => readOptions(['--alias', 'a b']), /--alias takes letters/);
    assert.throws(() => readOptions(['--nope']), /--nope.*See: npm run scratch-org -- --help/);
    const { stdout, status } = scratchOrg('--help');
    assert.match(stdout, /--definition FILE/);
    assert.equal(status, 0);
});
