import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { lock } from '../../command/lock.ts';
import { projectFolders } from '../build/folders.ts';
import { ENGLISH, findLanguage } from '../build/language.ts';
import { LocalOrg } from '../localOrg.ts';
import { createRestParts } from '../rest/restParts.ts';
import { Assets } from './assets.ts';
import { buildAndWatch, buildOnce } from './consoleBuilds.ts';
import { Faults, type ApexCall } from './faults.ts';
import { createHttpServer } from './httpServer.ts';
import { ReloadEvents } from './reloadEvents.ts';
import { answerRequest } from './router.ts';

export interface StartOptions {
    /** Plans or record files of `sf data export tree`. Defaults to the sample data; refused beside a database file that has
        records already. */
    dataPaths?: string[];
    /** Where the records are kept, and gone on with by a later start. Without it they are in memory. */
    databaseFile?: string;
    /** Custom permissions that the running user does not have. */
    missingPermissions?: string[];
    /** Objects (`Refund`) and fields (`Payment.GatewayRefNumber`) that the running user may not read. */
    hidden?: string[];
    /** Of the labels, dates and amounts: `en_US`, the default, one that the package is translated into, or `pseudo`. */
    language?: string;
    /** The package's components run in the sandbox of Lightning Web Security, as in most orgs. */
    lightningWebSecurity?: boolean;
    /** What clients of the REST API have to show, `00D…!…`. A new one by default. */
    accessToken?: string;
    /** 0, the default, takes any free port. */
    port?: number;
    /** With it, the console is built again after every change of a source file, open pages are reloaded, and this is
        told of each build: its time, or what is wrong. */
    watch?: (message: string) => void;
}

/** A local org that answers at `url`. */
export interface RunningLocalOrg {
    url: string;
    /** What clients of the REST API have to show. */
    accessToken: string;
    org: LocalOrg;
    /** Makes it misbehave, for tests. */
    faults: Faults;
    /** Apex calls so far, oldest first. Set its length to 0 to count anew. */
    calls: ApexCall[];
    close(): Promise<void>;
}

/** The records that are shown if no others are given. */
export const SAMPLE_DATA = path.resolve(import.meta.dirname, '../sample-data/orders-plan.json');

const HOST = '127.0.0.1';

/**
 * Starts the local org: reads the data, listens on 127.0.0.1 and builds the console.
 * Rejects where the data or the database file cannot be read or used, the package does not have the language, the port is taken (`EADDRINUSE`), or the
 * build fails; a build that is watched may fail: pages then show why.
 */
export async function startLocalOrg(options: StartOptions = {}): Promise<RunningLocalOrg> {
    const {
        dataPaths = [SAMPLE_DATA],
        databaseFile,
        missingPermissions,
        hidden,
        lightningWebSecurity = false,
        accessToken,
        port = 0,
        watch
    } = options;
    const { source: sourceFolder, translations } = projectFolders();
    const language = findLanguage(options.language ?? ENGLISH.name, translations);
    const unlock = databaseFile ? lock(`${databaseFile}.pid`, `Another local org uses ${databaseFile}`) : () => {};
    const org = LocalOrg.open({
        dataPaths,
        databaseFile,
        missingPermissions,
        hidden,
        language,
        sourceDirectory: sourceFolder
    });
    if (org.isGoneOnWith && options.dataPaths) {
        org.close();
        throw new Error(
            `${databaseFile} has records already, and goes on with them. Leave out --data and --empty, or name a database ` +
                'file that does not exist yet.'
        );
    }
    const assets = new Assets();
    const events = new ReloadEvents({ version: String(Date.now()) });
    const faults = new Faults(org);
    const calls: ApexCall[] = [];
    const buildOptions = { language, lightningWebSecurity };
    const server = createHttpServer();
    try {
        // Before the build, so that a taken port is known at once.
        await listen(server, port);
        const building = watch ? buildAndWatch(assets, events, buildOptions, watch) : buildOnce(assets, buildOptions);
        const firstBuild = building.catch(() => undefined);
        const dataName = org.isGoneOnWith
            ? `Records of ${path.basename(databaseFile ?? '')}.`
            : describeData(dataPaths);
        const rest = createRestParts(org, { accessToken });
        const parts = {
            org,
            sourceFolder,
            dataName,
            language,
            lightningWebSecurity,
            assets,
            events,
            faults,
            calls,
            rest,
            firstBuild
        };
        server.on('request', (request, response) => answerRequest(parts, portOf(server), request, response));
        const build = await building;
        const close = async () => {
            await build.close();
            await stop(server);
            org.close();
            unlock();
        };
        return { url: `http://${HOST}:${portOf(server)}`, accessToken: rest.accessToken, org, faults, calls, close };
    } catch (error) {
        await stop(server);
        org.close();
        throw error;
    }
}

function describeData(dataPaths: string[]): string {
    if (dataPaths.length === 0) {
        return 'No data.';
    }
    const names = dataPaths.map((file) => path.basename(file)).join(', ');
    return dataPaths.every((file) => path.resolve(file) === SAMPLE_DATA) ? 'Sample data.' : `Data: ${names}.`;
}

function portOf(server: Server): number {
    return (server.address() as AddressInfo).port;
}

function listen(server: Server, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => resolve());
    });
}

function stop(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        // Pages keep a connection open for reload events.
        server.closeAllConnections();
    });
}
