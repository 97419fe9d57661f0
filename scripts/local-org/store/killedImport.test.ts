import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import Libsql from 'libsql';

const PROGRAM = path.join(import.meta.dirname, 'testImport.ts');

/** Payments of a tree file: enough for the import to take some time. */
const IMPORTED = 2000;

/** Order payment summary and payments of a batch: see the program. */
const BATCH = { summaries: 1, payments: 9 };

const KILLS = 10;

/** The longest time after a step until the process is killed, in milliseconds. */
const LONGEST_DELAY = 250;

interface Killed {
    /** What the program said before it was killed. */
    told: string[];
}

describe('a local org that is killed', () => {
    let folder: string;
    let file: string;

    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'local-org-'));
        file = path.join(folder, 'org.sqlite');
    });
    after(() => rmSync(folder, { recursive: true }));

    it(`at any of ${KILLS} moments keeps all that it has answered, and nothing by halves`, async () => {
        const answered: string[] = [];
        for (let kill = 0; kill < KILLS; kill++) {
            // In turns while it imports into a new file, and while it writes what clients send into that file.
            const isNew = kill % 2 === 0;
            if (isNew) {
                rmSync(file, { force: true });
                rmSync(`${file}-journal`, { force: true });
                answered.length = 0;
            }
            const killed = await killAfter(`run ${kill}`, isNew ? 'begin' : 'imported');
            answered.push(...killed.told.slice(2));
            assertWhole(killed, answered);
        }
    });

    /** Runs the program and kills it at a random moment after it has told this step. */
    function killAfter(run: string, step: string): Promise<Killed> {
        const tree = path.join(folder, 'tree.json');
        writeFileSync(tree, JSON.stringify({ records: payments(run) }));
        const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, file, tree, run], {
            stdio: ['ignore', 'pipe', 'inherit']
        });
        let output = '';
        let isDue = false;
        child.stdout.on('data', (data: Buffer) => {
            output += data.toString();
            if (!isDue && output.includes(`${step}\n`)) {
                isDue = true;
                setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_DELAY);
            }
        });
        return new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('close', (_code, signal) => {
                const told = output.split('\n').slice(0, -1);
                return signal === 'SIGKILL' ? resolve({ told }) : reject(new Error(`It ended by itself: ${output}`));
            });
        });
    }

    /** @param answered batches of all runs with this file that were told of. */
    function assertWhole({ told }: Killed, answered: readonly string[]): void {
        const database = new Libsql(file, undefined);
        const rows = (query: string): unknown[][] => database.prepare(query).raw(true).all([]) as unknown[][];
        try {
            assert.deepEqual(rows('PRAGMA integrity_check'), [['ok']]);
            if (rows("SELECT 1 FROM sqlite_master WHERE name = 'Payment'").length === 0) {
                assert.deepEqual(told, ['begin'], 'nothing is there only where nothing was imported');
                return;
            }
            const found = new Map(
                rows('SELECT "GatewayRefNumber", count(*) FROM "Payment" GROUP BY 1').map(([name, count]) => [
                    String(name),
                    Number(count)
                ])
            );
            const isBatch = (name: string) => name.includes('batch');
            const imported = [...found].filter(([name]) => !isBatch(name)).map(([, count]) => count);
            assert.deepEqual(imported, [IMPORTED], 'one import, and all of it');
            const batches = [...found.keys()].filter(isBatch);
            assert.deepEqual(
                answered.filter((name) => !batches.includes(name)),
                []
            );
            // Of each run one more may be stored that it had no time to tell of.
            assert.ok(batches.length <= answered.length + 2, batches.join());
            for (const name of batches) {
                const summaries = rows(`SELECT count(*) FROM "OrderPaymentSummary" WHERE "Method" = '${name}'`);
                assert.deepEqual([found.get(name), summaries], [BATCH.payments, [[BATCH.summaries]]], name);
            }
        } finally {
            database.close();
        }
    }
});

function payments(run: string): object[] {
    return Array.from({ length: IMPORTED }, (_nothing, index) => ({
        attributes: { type: 'Payment', referenceId: `p${index}` },
        GatewayRefNumber: run
    }));
}
