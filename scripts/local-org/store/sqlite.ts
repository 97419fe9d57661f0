import Libsql from 'libsql';
import type { Sql, SqlValue } from './sql.ts';

/** 'SFLO' in ASCII: marks a database file as written by the local org. */
const applicationId = 0x53464c4f;

/** The few calls the local org makes to SQLite, with types that libsql does not have. */
export class Sqlite {
    private readonly connection: InstanceType<typeof Libsql>;
    /** Transactions begun and not ended. */
    private openTransactions = 0;

    /**
     * Opens a database, which may be one that the local org wrote earlier.
     * @param file a path, or ':memory:'.
     * @throws Error if the file is something else: it is left as it is.
     */
    constructor(file: string) {
        try {
            this.connection = new Libsql(file, undefined);
            this.refuseOtherProgram();
        } catch (error) {
            throw new Error(`Cannot use the database file ${file}: ${error instanceof Error ? error.message : error}`);
        }
    }

    /** Rows as lists of values, in the order of the selected columns. */
    all(statement: Sql): SqlValue[][] {
        return this.connection.prepare(statement.text).raw(true).all(statement.parameters).map(toSqlValues);
    }

    run(statement: Sql): void {
        this.connection.prepare(statement.text).run(statement.parameters);
    }

    /** Runs the action wholly or, if it throws, not at all. May be nested: the outermost decides for all. */
    transaction<Result>(action: () => Result): Result {
        const isOutermost = this.openTransactions === 0;
        const savepoint = `level${this.openTransactions}`;
        this.connection.exec(isOutermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
        this.openTransactions++;
        try {
            const result = action();
            this.connection.exec(isOutermost ? 'COMMIT' : `RELEASE ${savepoint}`);
            return result;
        } catch (error) {
            this.connection.exec(isOutermost ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
            throw error;
        } finally {
            this.openTransactions--;
        }
    }

    close(): void {
        this.connection.close();
    }

    /** Says in the file that it is the local org's. In a transaction, so that it is not where the rest of it fails. */
    mark(): void {
        this.run({ text: `PRAGMA application_id = ${applicationId}`, parameters: [] });
    }

    /** The statements that made what is in the database: none where it is new. */
    definitions(): string[] {
        return this.all({ text: 'SELECT sql FROM sqlite_master WHERE sql IS NOT NULL', parameters: [] }).map(([text]) =>
            String(text)
        );
    }

    private refuseOtherProgram(): void {
        const [[foundApplicationId] = []] = this.all({ text: 'PRAGMA application_id', parameters: [] });
        if (this.definitions().length > 0 && foundApplicationId !== applicationId) {
            throw new Error('it has tables of another program. Name a file that does not exist yet');
        }
    }
}

function toSqlValues(row: unknown): SqlValue[] {
    if (!Array.isArray(row)) {
        throw new TypeError('libsql gave a row that is not a list of values.');
    }
    return row.map((value: unknown) => {
        if (value === null || typeof value === 'string' || typeof value === 'number') {
            return value;
        }
        throw new TypeError(`libsql gave a value of the type ${typeof value}, which the local org does not store.`);
    });
}
