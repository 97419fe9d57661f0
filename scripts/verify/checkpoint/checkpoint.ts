import { setImmediate } from 'node:timers/promises';
import type { PaymentRecords } from 'c/paymentRecord';
import { UserError } from '../../command/userError.ts';
import type { OrgRecord, ReadObject } from '../org/orgRecords.ts';
import type { ListedPayment, StripeAnswer } from '../stripe/stripeObjects.ts';
import type { Value } from './checkpointDatabase.ts';
import { CheckpointDatabase } from './checkpointDatabase.ts';
import { paymentRecordsOf } from './paymentRecordsOf.ts';
import { placeOf } from './recordRoot.ts';

/** What a run is about. A run goes on with a checkpoint only where all of it is the same. */
export interface RunIdentity {
    org: string;
    account?: string;
    mode: string;
    since?: string;
}

/** Counts up when the contents of the file change their meaning. */
const VERSION = 2;

/** Listed payments that no record names, neither themselves nor by a charge or a refund. */
const UNNAMED = `FROM listed WHERE id NOT IN (SELECT id FROM question)
    AND id NOT IN (SELECT payment_intent FROM question WHERE payment_intent IS NOT NULL)`;

/** What is sorted into the report, by kind: see ResultStore. */
export type ResultKind = 'row' | 'finding' | 'change';

/** All that a run has learned so far, on disk: what was read, what was answered, and how far it came. */
export class Checkpoint {
    private readonly database: CheckpointDatabase;

    private constructor(database: CheckpointDatabase) {
        this.database = database;
    }

    /**
     * Opens the file, or makes it.
     * @throws UserError where it belongs to another run, or cannot be used
     */
    static open(file: string, identity: RunIdentity): Checkpoint {
        const database = new CheckpointDatabase(file);
        const checkpoint = new Checkpoint(database);
        const stored = checkpoint.state('identity');
        const wanted = JSON.stringify({ version: VERSION, ...identity });
        if (stored !== undefined && stored !== wanted) {
            database.close();
            throw new UserError(
                `The checkpoint ${file} is of another org, Stripe account, mode, --since or version of this program. ` +
                    'Delete it, or name another file with --checkpoint.'
            );
        }
        checkpoint.setState('identity', wanted);
        return checkpoint;
    }

    state(name: string): string | undefined {
        const value = this.database.first('SELECT value FROM state WHERE name = ?', name)?.[0];
        return typeof value === 'string' ? value : undefined;
    }

    setState(name: string, value: string): void {
        this.database.run('INSERT OR REPLACE INTO state VALUES (?, ?)', name, value);
    }

    /** Commits all of the action, or nothing if it throws. */
    transaction<Result>(action: () => Result): Result {
        return this.database.transaction(action);
    }

    /** Forgets everything but whose checkpoint it is. */
    clear(): void {
        this.transaction(() => {
            for (const table of ['record', 'question', 'listed', 'order_number', 'result']) {
                this.database.run(`DELETE FROM ${table}`);
            }
            this.database.run("DELETE FROM state WHERE name <> 'identity'");
        });
    }

    /** Parents have to be added before the records that name them. */
    addRecord(object: ReadObject, record: OrgRecord): void {
        const { root, parent } = placeOf(object, record, (id) => this.rootOf(id));
        this.database.run(
            'INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)',
            ...[record.Id, object, root, parent ?? null, JSON.stringify(record)]
        );
    }

    addOrderNumber(number: string): void {
        this.database.run('INSERT OR IGNORE INTO order_number VALUES (?)', number);
    }

    isOrderOfOrg(number: string): boolean {
        return this.database.first('SELECT 1 FROM order_number WHERE number = ?', number) !== undefined;
    }

    records(object: ReadObject): OrgRecord[] {
        return this.database
            .all('SELECT content FROM record WHERE object = ? ORDER BY id', object)
            .map(([content]) => parse<OrgRecord>(content));
    }

    countRecords(): Map<string, number> {
        const counts = this.database.all('SELECT object, count(*) FROM record GROUP BY object');
        return new Map(counts.map(([object, count]) => [String(object), Number(count)]));
    }

    earliestRecord(): string | undefined {
        const sql = `SELECT min(json_extract(content, '$.CreatedDate')) FROM record
            WHERE object IN ('PaymentAuthorization', 'Payment')`;
        const earliest = this.database.first(sql)?.[0];
        return typeof earliest === 'string' ? earliest : undefined;
    }

    /**
     * Hands over the records that belong together, one order payment summary's at a time, and commits what is done with
     * them, some at a time. In between other work gets its turn, and SQLite's rows are let go of.
     */
    async eachGroup(action: (records: PaymentRecords) => void): Promise<void> {
        for (let roots = this.rootsBehind(''); roots.length > 0; roots = this.rootsBehind(roots.at(-1) ?? '')) {
            this.transaction(() => roots.forEach((root) => action(this.group(root))));
            await setImmediate();
        }
    }

    private rootsBehind(root: string): string[] {
        return this.database
            .all('SELECT DISTINCT root FROM record WHERE root > ? ORDER BY root LIMIT 50', root)
            .map(([next]) => String(next));
    }

    private group(root: string): PaymentRecords {
        const rows = this.database.all('SELECT object, content FROM record WHERE root = ? ORDER BY id', root);
        return paymentRecordsOf(rows.map(([object, text]) => [String(object), parse(text)]));
    }

    addQuestion(id: string): void {
        this.database.run('INSERT OR IGNORE INTO question (id) VALUES (?)', id);
    }

    openQuestions(afterId: string, limit: number): string[] {
        return this.database
            .all('SELECT id FROM question WHERE answer IS NULL AND id > ? ORDER BY id LIMIT ?', afterId, limit)
            .map(([id]) => String(id));
    }

    countQuestions(): { all: number; open: number } {
        const [all, open] = this.database.first('SELECT count(*), count(*) - count(answer) FROM question') ?? [];
        return { all: Number(all), open: Number(open) };
    }

    /** @param paymentIntent the payment that the object belongs to */
    addAnswer(id: string, answer: StripeAnswer, paymentIntent?: string): void {
        const sql = 'UPDATE question SET answer = ?, payment_intent = ? WHERE id = ?';
        this.database.run(sql, JSON.stringify(answer), paymentIntent ?? null, id);
    }

    answer(id: string): StripeAnswer | undefined {
        const content = this.database.first('SELECT answer FROM question WHERE id = ?', id)?.[0];
        return typeof content === 'string' ? parse<StripeAnswer>(content) : undefined;
    }

    *answers(): Generator<{ id: string; answer: StripeAnswer }> {
        const sql = 'SELECT id, answer FROM question WHERE answer IS NOT NULL AND id > ? ORDER BY id LIMIT 500';
        for (let rows = this.database.all(sql, ''); rows.length > 0;) {
            for (const [id, answer] of rows) {
                yield { id: String(id), answer: parse<StripeAnswer>(answer) };
            }
            rows = this.database.all(sql, rows.at(-1)?.[0] ?? '');
        }
    }

    addListedPayment(payment: ListedPayment): void {
        const { id, orderNumber } = payment;
        this.database.run(
            'INSERT OR REPLACE INTO listed VALUES (?, ?, ?)',
            ...[id, orderNumber ?? null, JSON.stringify(payment)]
        );
    }

    /** Payments of Stripe's list that no record names, though they name an order of the org. */
    unclaimedPayments(): ListedPayment[] {
        const sql = `SELECT content ${UNNAMED} AND order_number IN (SELECT number FROM order_number) ORDER BY id`;
        return this.database.all(sql).map(([content]) => parse<ListedPayment>(content));
    }

    /** Those of them that name this order. */
    unclaimedPaymentsOf(orderNumber: string): ListedPayment[] {
        const sql = `SELECT content ${UNNAMED} AND order_number = ? ORDER BY id`;
        return this.database.all(sql, orderNumber).map(([content]) => parse<ListedPayment>(content));
    }

    countListed(): { listed: number; unnamed: number } {
        const [listed] = this.database.first('SELECT count(*) FROM listed') ?? [];
        const [unnamed] = this.database.first(`SELECT count(*) ${UNNAMED}`) ?? [];
        return { listed: Number(listed), unnamed: Number(unnamed) };
    }

    isOrderListed(orderNumber: string): boolean {
        return this.database.first('SELECT 1 FROM listed WHERE order_number = ? LIMIT 1', orderNumber) !== undefined;
    }

    clearResults(): void {
        this.database.run('DELETE FROM result');
    }

    /** @param rank and id and detail decide the place in the report */
    addResult(kind: ResultKind, place: { rank: number; id: string; detail?: string }, content: unknown): void {
        this.database.run(
            'INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?)',
            ...[kind, place.rank, place.id, place.detail ?? '', JSON.stringify(content)]
        );
    }

    /** In the order of the report, without having all of them in memory. */
    *results<Content>(kind: ResultKind): Generator<Content> {
        const sql = `SELECT rank, id, detail, content FROM result
            WHERE kind = ? AND (rank, id, detail) > (?, ?, ?) ORDER BY rank, id, detail LIMIT 500`;
        let place: Value[] = [-1, '', ''];
        for (;;) {
            const rows = this.database.all(sql, kind, ...place);
            for (const [, , , content] of rows) {
                yield parse<Content>(content);
            }
            const last = rows.at(-1);
            if (last === undefined) {
                return;
            }
            place = last.slice(0, 3);
        }
    }

    close(): void {
        this.database.close();
    }

    private rootOf(id: string): string | undefined {
        const root = this.database.first(
            `SELECT coalesce((SELECT root FROM record WHERE id = ?1),
                (SELECT root FROM record WHERE parent = ?1 ORDER BY id LIMIT 1))`,
            id
        )?.[0];
        return typeof root === 'string' ? root : undefined;
    }
}

/** What this class itself wrote: the file is of this program and version. */
function parse<Content>(content: Value | undefined): Content {
    return JSON.parse(String(content)) as Content;
}
