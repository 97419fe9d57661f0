import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import JSZip from 'jszip';
import { startTestServer, TEST_TOKEN, type TestServer } from '../testServer.ts';
import { checkApexSyntax } from './checkComponents.ts';
import type { DeployedFiles } from './deployZip.ts';
import { Deployments } from './deployments.ts';
import { readDeployOptions } from './deployOptions.ts';
import type { DeployMessage } from './deployResult.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const CLASS_META = `<ApexClass ${NAMESPACE}><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>`;

const GOOD: Record<string, string> = {
    'package.xml': manifest({ ApexClass: ['Reader'], CustomLabel: ['First', 'Second'] }),
    'classes/Reader.cls': 'public class Reader {}',
    'classes/Reader.cls-meta.xml': CLASS_META,
    'labels/CustomLabels.labels': labels('First', 'Second')
};

interface Result {
    status: string;
    success: boolean;
    checkOnly: boolean;
    errorMessage?: string;
    numberComponentErrors: number;
    numberComponentsTotal: number;
    stateDetail?: string;
    details: {
        componentFailures: DeployMessage[];
        componentSuccesses: DeployMessage[];
        runTestResult: { numTestsRun: number };
    };
}

function manifest(members: Record<string, string[]>): string {
    const types = Object.entries(members).map(
        ([name, names]) =>
            `<types>${names.map((each) => `<members>${each}</members>`).join('')}<name>${name}</name></types>`
    );
    return `<Package ${NAMESPACE}>${types.join('')}<version>66.0</version></Package>`;
}

function labels(...names: string[]): string {
    const lines = names.map(
        (name) =>
            `<labels>\n<fullName>${name}</fullName>\n<language>en_US</language>\n<protected>false</protected>\n` +
            `<shortDescription>${name}</shortDescription>\n<value>${name}</value>\n</labels>`
    );
    return `<CustomLabels ${NAMESPACE}>\n${lines.join('\n')}\n</CustomLabels>`;
}

/** A check as quick as can be: Apex that cannot be parsed, and elements that no label has. */
async function check(files: DeployedFiles) {
    const lines = files.get('labels/CustomLabels.labels')?.toString().split('\n') ?? [];
    const wrong = lines.findIndex((line) => line.includes('<values>'));
    const problem = { fileName: 'labels/CustomLabels.labels', line: wrong + 1, message: 'CustomLabel has no <values>' };
    return [...checkApexSyntax(files), ...(wrong < 0 ? [] : [problem])];
}

async function zip(files: Record<string, string>): Promise<Buffer> {
    const archive = new JSZip();
    for (const [name, content] of Object.entries(files)) {
        archive.file(name, content, { createFolders: false });
    }
    return archive.generateAsync({ type: 'nodebuffer' });
}

describe('a deploy to the local org', () => {
    let deployments = new Deployments(check);

    async function deploy(files: Record<string, string>, options: Record<string, unknown> = {}): Promise<Result> {
        return deployZip(await zip(files), options);
    }

    async function deployZip(content: Buffer, options: Record<string, unknown> = {}): Promise<Result> {
        const id = deployments.start(content, readDeployOptions(options));
        assert.equal(deployments.result(id)['done'], false);
        await deployments.finished(id);
        assert.equal(deployments.result(id)['done'], true);
        assert.deepEqual(deployments.zip(id), content);
        return deployments.result(id) as unknown as Result;
    }

    function failures({ details }: Result): string[] {
        return details.componentFailures.map(
            ({ componentType, fullName, fileName, lineNumber, problem }) =>
                `${componentType} ${fullName} ${fileName}:${lineNumber ?? ''} ${problem}`
        );
    }

    it('succeeds for each component that package.xml names, elements of a file among them', async () => {
        const result = await deploy(GOOD);
        assert.deepEqual(failures(result), []);
        assert.deepEqual([result.status, result.success], ['Succeeded', true]);
        const names = result.details.componentSuccesses.map(
            ({ componentType, fullName }) => `${componentType} ${fullName}`
        );
        assert.deepEqual(names, ['ApexClass Reader', 'CustomLabel First', 'CustomLabel Second']);
    });

    it('tells new components from changed and unchanged ones; a validation changes nothing', async () => {
        deployments = new Deployments(check);
        const changes = async (files: Record<string, string>, options = {}) => {
            const [reader] = (await deploy(files, options)).details.componentSuccesses;
            return [reader?.created, reader?.changed];
        };
        assert.deepEqual(await changes(GOOD, { checkOnly: true }), [true, false]);
        assert.deepEqual(await changes(GOOD), [true, false]);
        assert.deepEqual(await changes(GOOD), [false, false]);
        const edited = { ...GOOD, 'classes/Reader.cls': 'public class Reader { Integer a; }' };
        assert.deepEqual(await changes(edited), [false, true]);
    });

    it('fails a class that cannot be parsed, with its line', async () => {
        const result = await deploy({ ...GOOD, 'classes/Reader.cls': 'public class Reader {\n Integer a = ;\n}' });
        assert.match(failures(result).join(), /^ApexClass Reader classes\/Reader\.cls:2 /);
        assert.deepEqual([result.status, result.success, result.numberComponentErrors], ['Failed', false, 1]);
    });

    it('fails the label whose element is wrong, and not the other', async () => {
        const wrong = labels('First', 'Second').replace(/<value>Second<\/value>/, '<values>Second</values>');
        const result = await deploy({ ...GOOD, 'labels/CustomLabels.labels': wrong });
        assert.ok(failures(result).length > 0);
        assert.ok(failures(result).every((failure) => failure.startsWith('CustomLabel Second labels/')));
        assert.ok(result.details.componentSuccesses.some(({ fullName }) => fullName === 'First'));
    });

    it('fails every component of a file that is no XML, with the line', async () => {
        const broken = labels('First', 'Second').replace('</labels>', '');
        const result = await deploy({ ...GOOD, 'labels/CustomLabels.labels': broken });
        const places = failures(result).map((failure) => failure.replace(/ Error parsing.*/, ''));
        assert.deepEqual(
            places,
            ['First', 'Second'].map((name) => `CustomLabel ${name} labels/CustomLabels.labels:16`)
        );
    });

    const mistakes: [string, Record<string, string | undefined>, RegExp][] = [
        [
            'a component without a file',
            { 'package.xml': manifest({ ApexClass: ['Reader', 'Gone'], CustomLabel: ['*'] }) },
            /^ApexClass Gone package\.xml: An object 'Gone' of type ApexClass was named in package\.xml, but was not found in zipped directory$/
        ],
        [
            'a label that is not in the file',
            { 'package.xml': manifest({ ApexClass: ['*'], CustomLabel: ['First', 'Second', 'Third'] }) },
            /^CustomLabel Third package\.xml: /
        ],
        [
            'a file that package.xml does not name',
            { 'classes/Other.cls': 'class Other {}' },
            /^ classes\/Other\.cls classes\/Other\.cls: Not in package\.xml$/
        ],
        [
            'a type that does not exist',
            { 'package.xml': manifest({ ApexClass: ['*'], CustomLabel: ['*'], Nope: ['*'] }) },
            /Unknown type name 'Nope'/
        ],
        [
            'a class without its metadata file',
            { 'classes/Reader.cls-meta.xml': undefined },
            /^ApexClass Reader classes\/Reader\.cls:1 .*Reader\.cls-meta\.xml is missing$/
        ],
        [
            'a root element of another type',
            { 'classes/Reader.cls-meta.xml': CLASS_META.replaceAll('ApexClass', 'ApexPage') },
            /The root element is <ApexPage>, not <ApexClass>/
        ],
        ['no package.xml', { 'package.xml': undefined }, /No package\.xml found/]
    ];
    for (const [what, changed, expected] of mistakes) {
        it(`fails for ${what}`, async () => {
            const files = Object.entries({ ...GOOD, ...changed }).filter(
                (entry): entry is [string, string] => entry[1] !== undefined
            );
            const result = await deploy(Object.fromEntries(files));
            assert.equal(result.status, 'Failed');
            assert.match(failures(result)[0] ?? '', expected);
        });
    }

    it('finds the package in the one folder of the zip', async () => {
        const files = Object.fromEntries(
            Object.entries(GOOD).map(([name, content]) => [`unpackaged/${name}`, content])
        );
        assert.equal((await deploy(files)).status, 'Succeeded');
    });

    it('refuses what is no zip, and paths that lead out of it', async () => {
        const noZip = await deployZip(Buffer.from('hello'));
        assert.match(noZip.errorMessage ?? '', /not a zip file/);
        for (const name of ['../evil.cls', 'classes/../../evil.cls', '/etc/evil.cls', 'classes\\..\\evil.cls']) {
            const result = await deploy({ ...GOOD, [name]: 'x' });
            assert.equal(result.status, 'Failed', name);
            assert.match(result.errorMessage ?? '', /leads out of it/, name);
        }
    });

    it('says that no tests ran where they were asked for', async () => {
        const result = await deploy(GOOD, { checkOnly: 'true', testLevel: 'RunLocalTests' });
        assert.deepEqual([result.checkOnly, result.details.runTestResult.numTestsRun], [true, 0]);
        assert.match(result.stateDetail ?? '', /no Apex tests/);
    });

    it('counts as partly done where the client asks for no rollback', async () => {
        const result = await deploy({ ...GOOD, 'classes/Reader.cls': '}' }, { rollbackOnError: false });
        assert.equal(result.status, 'SucceededPartial');
    });
});

describe('the Metadata API over HTTP', () => {
    let server: TestServer;

    before(async () => {
        server = await startTestServer();
    });
    after(() => server.close());

    function soap(call: string, token = TEST_TOKEN): Promise<Response> {
        const body =
            '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">' +
            `<soapenv:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></soapenv:Header>` +
            `<soapenv:Body>${call}</soapenv:Body></soapenv:Envelope>`;
        return fetch(`${server.url}/services/Soap/m/66.0`, {
            method: 'POST',
            headers: { 'Content-Type': 'text/xml' },
            body
        });
    }

    it('deploys by REST with a form', async () => {
        const form = new FormData();
        form.append('entity_content', JSON.stringify({ deployOptions: { checkOnly: true } }));
        form.append('file', new Blob([new Uint8Array(await zip(GOOD))], { type: 'application/zip' }), 'package.zip');
        const address = `${server.url}/services/data/v66.0/metadata/deployRequest`;
        const headers = { Authorization: `Bearer ${TEST_TOKEN}` };
        const started = await fetch(address, { method: 'POST', headers, body: form });
        assert.equal(started.status, 201);
        const { id } = (await started.json()) as { id: string };
        await server.rest.deployments.finished(id);
        const answer = await fetch(`${address}/${id}?includeDetails=true`, { headers });
        const { deployResult } = (await answer.json()) as { deployResult: Result };
        assert.deepEqual([deployResult.status, deployResult.checkOnly], ['Succeeded', true]);
        assert.equal(deployResult.details.componentSuccesses.length, 3);
    });

    it('gives SOAP faults: for a wrong token, an unknown call and an unknown deploy', async () => {
        const cases: [Promise<Response>, RegExp][] = [
            [soap('<deploy/>', 'wrong'), /<faultcode>sf:INVALID_SESSION_ID</],
            [soap('<describeMetadata/>'), /<faultcode>sf:NOT_SUPPORTED_BY_LOCAL_ORG</],
            [
                soap('<checkDeployStatus><asyncProcessId>0Af000000000009AAA</asyncProcessId></checkDeployStatus>'),
                /INVALID_ID_FIELD/
            ],
            [soap('<unclosed>'), /MALFORMED_REQUEST/]
        ];
        for (const [asked, expected] of cases) {
            const answer = await asked;
            assert.equal(answer.status, 500);
            assert.match(await answer.text(), expected);
        }
    });
});
