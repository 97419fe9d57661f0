import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFolders } from '../build/folders.ts';
import { ENGLISH } from '../build/language.ts';
import { LocalOrg } from '../localOrg.ts';
import { Assets } from '../server/assets.ts';
import { Faults } from '../server/faults.ts';
import { createHttpServer, type TimeLimits } from '../server/httpServer.ts';
import { ReloadEvents } from '../server/reloadEvents.ts';
import { answerRequest } from '../server/router.ts';
import { createRestParts } from './restParts.ts';
import type { RestParts } from './restRequest.ts';

export const TEST_TOKEN = '00D000000000001!test';

/** The folder of the package's own `sfdx-project.json`. */
export const PROJECT_FOLDER = projectFolders().root;

export const SAMPLE_PLAN = path.join(import.meta.dirname, '../sample-data/orders-plan.json');

/** A local org that answers over HTTP on a free port, without the console's pages, which take seconds to build. */
export interface TestServer {
    url: string;
    org: LocalOrg;
    rest: RestParts;
    /** Method and address of every request so far. */
    requests: string[];
    close(): void;
}

/**
 * @param dataPaths plans or tree files: none for an org without records.
 * @param limits how long a client may take: as the local org has it, if left out.
 */
export async function startTestServer(
    dataPaths: readonly string[] = [],
    sourceDirectory = projectFolders().source,
    limits?: TimeLimits
): Promise<TestServer> {
    const org = LocalOrg.open({ dataPaths, sourceDirectory });
    const rest = createRestParts(org, { sourceFolder: sourceDirectory, accessToken: TEST_TOKEN });
    const parts = {
        org,
        rest,
        sourceFolder: sourceDirectory,
        dataName: 'Test.',
        language: ENGLISH,
        lightningWebSecurity: false,
        assets: new Assets(),
        events: new ReloadEvents({ version: '1' }),
        faults: new Faults(org),
        calls: [],
        firstBuild: Promise.resolve()
    };
    const requests: string[] = [];
    const server = createHttpServer(limits);
    server.on('request', (request, response) => {
        requests.push(`${request.method} ${request.url}`);
        return answerRequest(parts, portOf(server), request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = (): void => {
        server.close();
        server.closeAllConnections();
        org.close();
    };
    return { url: `http://127.0.0.1:${portOf(server)}`, org, rest, requests, close };
}

/** A folder that a test removes when it is done. */
export function temporaryFolder(): { path: string; remove(): void } {
    const folder = mkdtempSync(path.join(tmpdir(), 'local-org-rest-'));
    return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}
