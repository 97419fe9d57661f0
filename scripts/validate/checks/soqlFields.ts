import { readFileSync } from 'node:fs';
import { SalesforceError } from '../../local-org/errors.ts';
import { runQuery } from '../../local-org/soql/runQuery.ts';
import { Database } from '../../local-org/store/database.ts';
import type { Problem, Project } from '../project.ts';
import { readApexQueries, type ApexQuery } from '../soql/apexQueries.ts';
import { sampleValue } from '../soql/sampleValue.ts';

/**
 * Every query in Apex is run against an empty local org, which knows objects, fields, relationships, and what may be
 * compared with what. A bind gets a value of its declared type.
 */
export async function checkSoqlFields(project: Project): Promise<Problem[]> {
    const database = new Database(project.schema, ':memory:');
    const files = [...project.filesEnding('.cls'), ...project.filesEnding('.trigger')];
    return files.flatMap((file) =>
        readApexQueries(readFileSync(file, 'utf8'), file.endsWith('.trigger')).flatMap((query) => {
            const message = refuseQuery(database, query);
            return message === undefined ? [] : [{ file, line: query.line, message }];
        })
    );
}

function refuseQuery(database: Database, { soql, binds }: ApexQuery): string | undefined {
    // The local org's SOQL takes numbers there; the type checker of Apex sees to the variable.
    const text = binds.reduce(
        (query, { place }, index) => (place === 'limit' ? query.replace(`:bind${index}`, '1') : query),
        soql
    );
    const values = Object.fromEntries(binds.map((bind, index) => [`bind${index}`, sampleValue(bind)]));
    try {
        runQuery(database, text, { binds: values });
        return undefined;
    } catch (error) {
        if (error instanceof SalesforceError) {
            return binds.reduce(
                (message, { expression }, index) => message.replaceAll(`bind${index}`, expression),
                error.message
            );
        }
        throw error;
    }
}
