import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readLinks } from './testLinks.ts';
import { PROJECT_FOLDER, SAMPLE_PLAN, startTestServer, temporaryFolder, type TestServer } from './testServer.ts';
import { SalesforceCli } from './testSalesforceCli.ts';

const QUERIES = path.join(import.meta.dirname, '../export-queries');

interface DeployAnswer {
    status: string;
    checkOnly: boolean;
    numberComponentErrors: number;
    numberComponentsDeployed: number;
    numberComponentsTotal: number;
    details: {
        componentFailures: { componentType: string; fullName: string; problem: string; lineNumber?: number }[];
        runTestResult: { numTestsRun: number };
    };
    files: { fullName: string; type: string; state: string; filePath?: string; lineNumber?: number; error?: string }[];
}

// One after the other: each command of the CLI takes seconds.
describe('the real Salesforce CLI', () => {
    const folder = temporaryFolder();
    const cli = new SalesforceCli(path.join(folder.path, 'home'));
    const project = path.join(folder.path, 'project');
    let sample: TestServer;
    let empty: TestServer;

    before(async () => {
        [sample, empty] = await Promise.all([startTestServer([SAMPLE_PLAN]), startTestServer()]);
        makeProject(project);
        for (const [alias, { url }] of Object.entries({ sample, empty })) {
            const login = ['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', alias];
            // Both local orgs have the same user: each login needs a home of its own.
            const answer = await homeOf(alias).json(login);
            assert.equal(answer.status, 0, answer.message);
        }
    });
    after(() => {
        sample.close();
        empty.close();
        folder.remove();
    });

    function homeOf(alias: string): SalesforceCli {
        return alias === 'sample' ? cli : new SalesforceCli(path.join(folder.path, 'home-of-empty'));
    }

    async function deploy(command: 'start' | 'validate', ...args: string[]): Promise<DeployAnswer> {
        const answer = await cli.json(['project', 'deploy', command, '--target-org', 'sample', ...args], project);
        assert.ok(answer.result, answer.message);
        return answer.result as DeployAnswer;
    }

    it('queries parents, child records and functions, and shows them as a table', async () => {
        const soql =
            'SELECT Method, OrderSummary.OrderNumber, (SELECT PaymentNumber, Amount FROM Payments) ' +
            "FROM OrderPaymentSummary WHERE OrderSummary.OrderNumber = '00000102'";
        const { output, exitCode } = await cli.run(['data', 'query', '--target-org', 'sample', '--query', soql]);
        assert.equal(exitCode, 0);
        assert.match(output, /PAYMENTS\.PAYMENTNUMBER/);
        assert.match(output, /Mastercard 4444.*00000102.*P-0001.*84\.5/);
        assert.match(output, /Total number of records retrieved: 1/);
    });

    it('tells what is wrong with a query', async () => {
        const answer = await cli.json([
            'data',
            'query',
            '--target-org',
            'sample',
            '--query',
            'SELECT Nope FROM Payment'
        ]);
        assert.equal(answer.status, 1);
        assert.equal(answer.name, 'INVALID_FIELD');
        assert.match(answer.message ?? '', /No such column 'Nope' on entity 'Payment'/);
    });

    it('imports the sample orders by their plan', async () => {
        const args = ['data', 'import', 'tree', '--target-org', 'empty', '--plan', SAMPLE_PLAN];
        const answer = await homeOf('empty').json(args);
        assert.equal(answer.status, 0, answer.message);
        assert.deepEqual(readLinks(empty.org), readLinks(sample.org));
    });

    it('exports records that show the same links in another local org', async () => {
        const exported = path.join(folder.path, 'exported');
        const queries = readdirSync(QUERIES).flatMap((file) => ['--query', path.join(QUERIES, file)]);
        const args = ['data', 'export', 'tree', '--target-org', 'sample', '--plan', '--output-dir', exported];
        const answer = await cli.json([...args, ...queries]);
        assert.equal(answer.status, 0, answer.message);
        const second = await startTestServer([path.join(exported, 'plan.json')]);
        try {
            const links = readLinks(second.org);
            assert.ok(links.size > 200, `${links.size} records`);
            assert.deepEqual(links, readLinks(sample.org));
            const bodies =
                'SELECT PaymentGatewayLogNumber, Request, Response FROM PaymentGatewayLog ORDER BY PaymentGatewayLogNumber';
            const texts = ({ org }: TestServer) =>
                org.query(bodies).records.map(({ Request, Response }) => [Request, Response]);
            assert.deepEqual(texts(second), texts(sample));
        } finally {
            second.close();
        }
    });

    it('creates a record', async () => {
        const values = "GatewayRefNumber='pi_3created' Amount=12.5 Status=Processed";
        const args = ['data', 'create', 'record', '--target-org', 'sample', '--sobject', 'Payment', '--values', values];
        const answer = await cli.json(args);
        assert.equal(answer.status, 0, answer.message);
        const { id } = answer.result as { id: string };
        assert.equal(sample.org.getRecord('Payment', id)?.['Amount'], 12.5);
    });

    it('deploys the package', async () => {
        const result = await deploy('start', '--source-dir', 'force-app');
        assert.equal(result.status, 'Succeeded', JSON.stringify(result.details?.componentFailures));
        assert.ok(result.numberComponentsDeployed > 100);
        assert.equal(result.numberComponentsDeployed, result.numberComponentsTotal);
        assert.ok(result.files.every(({ state }) => state === 'Created'));
    });

    it('is told of each component that is at fault, with file and line', async () => {
        plantMistakes(project);
        const result = await deploy('start', '--source-dir', 'force-app');
        assert.equal(result.status, 'Failed');
        const failed = result.files.filter(({ state }) => state === 'Failed');
        const places = failed.map(({ type, fullName, lineNumber }) => `${type} ${fullName} ${lineNumber ?? ''}`);
        assert.deepEqual(places.sort(), [
            'ApexClass Broken 2',
            'CustomField Payment.stripeChargeId__c 30',
            'Layout Payment-Payment with Stripe 4'
        ]);
    });

    it('validates without counting it as deployed, and says that no tests ran', async () => {
        const source = path.join(project, 'force-app/main/setup/permissionsets');
        const result = await deploy('validate', '--source-dir', source, '--test-level', 'RunLocalTests');
        assert.equal(result.status, 'Succeeded');
        assert.equal(result.checkOnly, true);
        assert.equal(result.details.runTestResult.numTestsRun, 0);
    });
});

/** The package as a deploy sends it, but for the components: those are TypeScript until a build compiles them. */
function makeProject(folder: string): void {
    mkdirSync(folder);
    for (const name of ['sfdx-project.json', '.forceignore', 'force-app']) {
        const from = path.join(PROJECT_FOLDER, name);
        cpSync(from, path.join(folder, name), { recursive: true, filter: (file) => path.basename(file) !== 'lwc' });
    }
}

function plantMistakes(folder: string): void {
    const main = path.join(folder, 'force-app/main');
    writeFileSync(path.join(main, 'data/classes/Broken.cls'), 'public class Broken {\n    Integer a = ;\n}\n');
    cpSync(
        path.join(main, 'data/classes/OrderPaymentReader.cls-meta.xml'),
        path.join(main, 'data/classes/Broken.cls-meta.xml')
    );
    change(
        path.join(main, 'setup/objects/Payment/fields/stripeChargeId__c.field-meta.xml'),
        /<type>Text<\/type>/,
        '<type>Novel</type>'
    );
    change(
        path.join(main, 'setup/layouts/Payment-Payment with Stripe.layout-meta.xml'),
        /<customLabel>/,
        '<customLabels>'
    );
}

function change(file: string, pattern: RegExp, replacement: string): void {
    const text = readFileSync(file, 'utf8');
    assert.match(text, pattern);
    writeFileSync(file, text.replace(pattern, replacement));
}
