import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stopWithParent } from '../command/stopWithParent.ts';
import { UserError } from '../command/userError.ts';
import { ENGLISH } from './build/language.ts';
import { SalesforceError } from './errors.ts';
import { loginCommand } from './rest/accessToken.ts';
import { openBrowser } from './server/openBrowser.ts';
import { startLocalOrg } from './server/startLocalOrg.ts';

const DEFAULT_PORT = 4600;

const HELP = `Runs the console on this computer, with a stand-in for the Salesforce org.

npm start -- [options]

  --language NAME             en_US (default), another language of the package, pseudo or pseudo-rtl
  --port N                    port on 127.0.0.1 (default ${DEFAULT_PORT}; 0 takes any free one)
  --data PATH                 a plan or record files of "sf data export tree"; may be repeated (default: the sample orders)
  --empty                     no orders at all, such as for "npm run seed"
  --database FILE             keeps the records in this SQLite file, and goes on with those that it has; --data or --empty
                              say what a new one begins with (default: in memory, gone at the end)
  --without-permission NAME   play a user who lacks this custom permission; may be repeated
  --hide NAME                 play a user who may not read this object (Refund) or field (Payment.GatewayRefNumber);
                              may be repeated
  --lightning-web-security    run the package's components in the sandbox of Lightning Web Security
  --access-token TOKEN        what sf and jsforce have to show (default: a new one, told at the start)
  --no-open                   do not open the browser
  --help                      show this text
`;

interface Options {
    port: number;
    dataPaths: string[] | undefined;
    databaseFile: string | undefined;
    missingPermissions: string[];
    hidden: string[];
    language: string;
    lightningWebSecurity: boolean;
    accessToken: string | undefined;
    open: boolean;
    help: boolean;
}

// Also while it starts. Every answer was stored before it was given: there is nothing to wait for.
stopWithParent(() => process.exit(0));

try {
    await main();
} catch (error) {
    process.stderr.write(`${errorText(error)}\n`);
    process.exitCode = 1;
}

async function main(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
        process.stdout.write(HELP);
        return;
    }
    const { dataPaths, databaseFile, missingPermissions, hidden, language, lightningWebSecurity, accessToken, port } =
        options;
    const running = await startLocalOrg({
        dataPaths,
        databaseFile,
        missingPermissions,
        hidden,
        language,
        lightningWebSecurity,
        accessToken,
        port,
        watch: print
    });
    const seconds = process.uptime().toFixed(1);
    print(`The local org is ready after ${seconds} s: ${running.url}\nCtrl-C stops it.`);
    print(`To use sf with it: ${loginCommand(running.url, running.accessToken)}`);
    if (options.open && process.stdout.isTTY) {
        openBrowser(running.url);
    }
    stopWith(running.close);
}

function print(line: string): void {
    process.stdout.write(`${line}\n`);
}

/** Ends the process with exit code 0 at Ctrl-C, SIGTERM or SIGHUP. */
function stopWith(close: () => Promise<void>): void {
    let stopping = false;
    const stop = async () => {
        if (!stopping) {
            stopping = true;
            await close();
            process.exit(0);
        }
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
}

function readOptions(args: string[]): Options {
    const { values } = parseArgs({
        args,
        options: {
            port: { type: 'string', default: String(DEFAULT_PORT) },
            data: { type: 'string', multiple: true },
            empty: { type: 'boolean', default: false },
            database: { type: 'string' },
            'without-permission': { type: 'string', multiple: true, default: [] },
            language: { type: 'string', default: ENGLISH.name },
            hide: { type: 'string', multiple: true, default: [] },
            'lightning-web-security': { type: 'boolean', default: false },
            'access-token': { type: 'string' },
            'no-open': { type: 'boolean', default: false },
            help: { type: 'boolean', default: false }
        }
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65535) {
        throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
    }
    if (values.empty && values.data) {
        throw new Error('--empty and --data do not go together.');
    }
    const dataPaths = values.data?.map((file) => path.resolve(file)) ?? (values.empty ? [] : undefined);
    const databaseFile = values.database === undefined ? undefined : path.resolve(values.database);
    if (databaseFile && !existsSync(path.dirname(databaseFile))) {
        throw new Error(`--database: there is no folder ${path.dirname(databaseFile)}. Make it, or name another one.`);
    }
    const missingPermissions = values['without-permission'];
    return {
        port,
        dataPaths,
        databaseFile,
        missingPermissions,
        hidden: values.hide,
        language: values.language,
        lightningWebSecurity: values['lightning-web-security'],
        accessToken: values['access-token'],
        open: !values['no-open'],
        help: values.help
    };
}

/** One line for what a user can put right; everything for a fault of the program. */
function errorText(error: unknown): string {
    if (!(error instanceof Error)) {
        return String(error);
    }
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') {
        return `Port ${port} is taken by another program. Choose another port: npm start -- --port ${Number(port) + 1}`;
    }
    if (code === 'EACCES' && port) {
        return `Port ${port} needs more rights than this user has. Choose another port with --port.`;
    }
    if (code?.startsWith('ERR_PARSE_ARGS')) {
        return `${error.message.split('. ')[0]}. See: npm start -- --help`;
    }
    const isForUser = error.constructor === Error || error instanceof SalesforceError || error instanceof UserError;
    return isForUser ? error.message : (error.stack ?? error.message);
}
