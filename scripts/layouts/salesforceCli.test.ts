import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { PROJECT_FOLDER, startTestServer, temporaryFolder } from '../local-org/rest/testServer.ts';
import { SalesforceCli } from '../local-org/rest/testSalesforceCli.ts';
import { complete, KNOWN_LAYOUTS, layoutXml } from './testLayouts.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const NAME = 'OrderPaymentSummary-Layout %28EU%29';
const DEFAULT = layoutXml(KNOWN_LAYOUTS['the default'] ?? []);

/** The package as an org has it, and besides it Salesforce's own layout. */
function orgSource(folder: string): string {
    const source = path.join(folder, 'source');
    fs.cpSync(path.join(PROJECT_FOLDER, 'force-app/main'), source, { recursive: true });
    fs.writeFileSync(path.join(source, `setup/layouts/${NAME}.layout-meta.xml`), DEFAULT);
    return source;
}

async function layoutsIn(zip: Buffer | undefined): Promise<Record<string, string>> {
    const { files } = await JSZip.loadAsync(zip ?? Buffer.alloc(0));
    const layouts = Object.values(files).filter(({ name }) => name.endsWith('.layout'));
    const entries = layouts.map(async (file) => [path.basename(file.name), await file.async('string')] as const);
    return Object.fromEntries(await Promise.all(entries));
}

test('with the real sf, the layouts of an org are listed, retrieved, completed and deployed', async () => {
    const folder = temporaryFolder();
    const server = await startTestServer([], orgSource(folder.path));
    try {
        const cli = new SalesforceCli(path.join(folder.path, 'home'));
        const login = ['org', 'login', 'access-token', '--instance-url', server.url, '--no-prompt', '--alias', 'org'];
        assert.equal((await cli.json(login)).status, 0);
        const { stdout } = await promisify(execFile)(
            process.execPath,
            ['--import', import.meta.resolve('tsx'), MAIN, '--target-org', 'org'],
            {
                cwd: folder.path,
                env: { ...cli.environment(), TSX_TSCONFIG_PATH: path.join(PROJECT_FOLDER, 'scripts/tsconfig.json') }
            }
        );
        assert.match(stdout, /^Retrieving from org: OrderPaymentSummary-Layout %28EU%29, OrderPaymentSummary-Order/);
        assert.match(stdout, /\nDry run: org takes the layouts\.\nDeployed to org\.\n$/);
        const [dryRun, deploy, ...others] = server.rest.deployments.ids();
        assert.ok(dryRun !== undefined && deploy !== undefined);
        assert.deepEqual(others, []);
        assert.deepEqual(
            [dryRun, deploy]
                .map((id) => server.rest.deployments.result(id))
                .map(({ checkOnly, status }) => [checkOnly, status]),
            [
                [true, 'Succeeded'],
                [false, 'Succeeded']
            ]
        );
        const deployed = await layoutsIn(server.rest.deployments.zip(deploy));
        assert.deepEqual(deployed, { [`${NAME}.layout`]: complete(DEFAULT).text });
    } finally {
        server.close();
        folder.remove();
    }
});
