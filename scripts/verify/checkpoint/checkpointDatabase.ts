import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { UserError } from '../../command/userError.ts';

/** 'SPCV' in ASCII: marks a file as a checkpoint of verify. */
const APPLICATION_ID = 0x53504356;

export type Value = string | number | null;

const TABLES = `
    CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS record (
        id TEXT PRIMARY KEY, object TEXT NOT NULL, root TEXT NOT NULL, parent TEXT, content TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS record_root ON record (root);
    CREATE INDEX IF NOT EXISTS record_parent ON record (parent);
    CREATE TABLE IF NOT EXISTS question (id TEXT PRIMARY KEY, answer TEXT, payment_intent TEXT);
    CREATE INDEX IF NOT EXISTS question_open ON question (id) WHERE answer IS NULL;
    CREATE INDEX IF NOT EXISTS question_payment ON question (payment_intent);
    CREATE TABLE IF NOT EXISTS listed (id TEXT PRIMARY KEY, order_number TEXT, content TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS listed_order ON listed (order_number);
    CREATE TABLE IF NOT EXISTS order_number (number TEXT PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS result (
        kind TEXT NOT NULL, rank INTEGER NOT NULL, id TEXT NOT NULL, detail TEXT NOT NULL, content TEXT NOT NULL,
        PRIMARY KEY (kind, rank, id, detail));
`;

/**
 * The SQLite file of a run. A file of its own kind only is opened, and by one run at a time; what was committed survives
 * a kill at any moment (write-ahead log).
 */
export class CheckpointDatabase {
    private readonly connection: InstanceType<typeof Libsql>;
    private readonly statements = new Map<string, ReturnType<InstanceType<typeof Libsql>['prepare']>>();

    /** @throws UserError where the file is in use, or is something else */
    constructor(file: string) {
        try {
            mkdirSync(path.dirname(file), { recursive: true });
            const isNew = !existsSync(file);
            this.connection = new Libsql(file, undefined);
            if (isNew) {
                // It holds amounts and references of orders: nobody else's business.
                chmodSync(file, 0o600);
            }
            this.connection.exec('PRAGMA locking_mode = EXCLUSIVE');
            this.refuseOtherFiles(file);
            this.connection.exec('PRAGMA journal_mode = WAL');
            this.connection.exec('PRAGMA synchronous = NORMAL');
            this.connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
            this.connection.exec(TABLES);
        } catch (error) {
            throw error instanceof UserError ? error : new UserError(problemOf(file, error));
        }
    }

    run(sql: string, ...values: Value[]): void {
        this.prepare(sql).run(values);
    }

    /** Rows as lists of values, in the order of the selected columns. */
    all(sql: string, ...values: Value[]): Value[][] {
        return this.prepare(sql).raw(true).all(values).map(toValues);
    }

    first(sql: string, ...values: Value[]): Value[] | undefined {
        return this.all(sql, ...values)[0];
    }

    /** Commits all of the action, or nothing if it throws. */
    transaction<Result>(action: () => Result): Result {
        this.connection.exec('BEGIN IMMEDIATE');
        try {
            const result = action();
            this.connection.exec('COMMIT');
            return result;
        } catch (error) {
            this.connection.exec('ROLLBACK');
            throw error;
        }
    }

    close(): void {
        // Lets go of the file at once: libsql itself waits until its statements are collected.
        this.connection.exec('PRAGMA journal_mode = DELETE');
        this.connection.exec('PRAGMA locking_mode = NORMAL');
        this.connection.exec('SELECT count(*) FROM state');
        this.connection.close();
    }

    private prepare(sql: string) {
        const statement = this.statements.get(sql) ?? this.connection.prepare(sql);
        this.statements.set(sql, statement);
        return statement;
    }

    private refuseOtherFiles(file: string): void {
        const [tables] = this.first("SELECT count(*) FROM sqlite_master WHERE type = 'table'") ?? [];
        const [applicationId] = this.first('PRAGMA application_id') ?? [];
        if (tables !== 0 && applicationId !== APPLICATION_ID) {
            throw new UserError(`${file} is not a checkpoint of verify. Name another file with --checkpoint.`);
        }
    }
}

function toValues(row: unknown): Value[] {
    if (!Array.isArray(row)) {
        throw new TypeError('libsql gave a row that is not a list of values.');
    }
    return row.map((value: unknown) => {
        if (value === null || typeof value === 'string' || typeof value === 'number') {
            return value;
        }
        throw new TypeError(`libsql gave a value of the type ${typeof value}, which a checkpoint does not store.`);
    });
}

function problemOf(file: string, error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    if (/locked/.test(message)) {
        return `The checkpoint ${file} is in use by another run. Wait for it, or name another file with --checkpoint.`;
    }
    return `The checkpoint ${file} cannot be used: ${message}. Name another file with --checkpoint.`;
}
