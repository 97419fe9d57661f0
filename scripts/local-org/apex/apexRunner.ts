import { notSupported, SalesforceError } from '../errors.ts';
import type { Binds } from '../soql/binds.ts';
import { parseSoql, queryAccessMode } from '../soql/parseSoql.ts';
import { fullAccess, type ReadAccess } from '../soql/readAccess.ts';
import { runQuery } from '../soql/runQuery.ts';
import type { Database } from '../store/database.ts';
import type { ApexClass, ApexMethod } from './apexClass.ts';
import type { ApexClasses } from './apexClasses.ts';
import { toApexValue } from './parameterValue.ts';
import { toReadableRecords, type ReadableRecords } from './readableRecords.ts';

/** A string literal, which is skipped, or a LIMIT or OFFSET with a bind. */
const boundLimits = /'(?:\\.|[^'\\])*'|\b(LIMIT|OFFSET)\s*:\s*(\w+)/gi;

/** Runs the Apex methods that read records: those whose body is `return new ReadableRecords([SELECT ...]);`. */
export class ApexRunner {
    private readonly database: Database;
    private readonly classes: ApexClasses;

    constructor(database: Database, classes: ApexClasses) {
        this.database = database;
        this.classes = classes;
    }

    /**
     * @param parameters by name, as a component passes them to the method.
     * @throws SalesforceError that names class and method.
     */
    run(className: string, methodName: string, parameters: Binds, access: ReadAccess): ReadableRecords {
        const apexClass = this.classes.get(className);
        const method = findMethod(apexClass, methodName);
        try {
            return this.runMethod(apexClass, method, parameters, access);
        } catch (error) {
            throw error instanceof SalesforceError ? addPlace(error, apexClass, method) : error;
        }
    }

    private runMethod(
        apexClass: ApexClass,
        method: ApexMethod,
        parameters: Binds,
        access: ReadAccess
    ): ReadableRecords {
        if (method.soql === undefined) {
            throw notSupported(
                'This method body',
                `It runs a method whose whole body is: return new ReadableRecords([SELECT ...]); (class ${apexClass.name})`
            );
        }
        const binds = toBinds(method, parameters);
        const soql = fillLimits(method.soql, binds);
        const query = parseSoql(soql);
        const isUserMode = queryAccessMode(query) === 'USER_MODE';
        const { records } = runQuery(this.database, soql, { binds, access: isUserMode ? access : fullAccess });
        const objectName = this.database.schema.object(query.sObject ?? '').name;
        return toReadableRecords(this.database.schema, access, objectName, records);
    }
}

function findMethod(apexClass: ApexClass, methodName: string): ApexMethod {
    const method = apexClass.methods.get(methodName.toLowerCase());
    if (!method) {
        throw new SalesforceError(
            'NOT_FOUND',
            `${apexClass.name} has no @AuraEnabled static method ${methodName}. It has: ` +
                ([...apexClass.methods.values()].map(({ name }) => name).join(', ') || 'none'),
            404
        );
    }
    return method;
}

function toBinds(method: ApexMethod, parameters: Binds): Binds {
    const names = new Set(method.parameters.map(({ name }) => name));
    for (const name of Object.keys(parameters)) {
        if (!names.has(name)) {
            throw new SalesforceError(
                'INVALID_PARAMETER',
                `There is no parameter '${name}'. The parameters are: ${[...names].join(', ') || 'none'}`
            );
        }
    }
    return Object.fromEntries(
        method.parameters.map((parameter) => [parameter.name, toApexValue(parameter, parameters[parameter.name])])
    );
}

/** Puts numbers in the place of `LIMIT :pageSize`, which the SOQL parser does not read. */
function fillLimits(soql: string, binds: Binds): string {
    return soql.replace(boundLimits, (match, clause?: string, name?: string) => {
        if (clause === undefined || name === undefined) {
            return match;
        }
        const value = binds[name];
        const smallest = clause.toUpperCase() === 'LIMIT' ? 1 : 0;
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < smallest) {
            throw new SalesforceError(
                'MALFORMED_QUERY',
                `${clause} :${name} takes a whole number from ${smallest} on, not ${JSON.stringify(value ?? null)}`
            );
        }
        return `${clause} ${value}`;
    });
}

function addPlace(error: SalesforceError, apexClass: ApexClass, method: ApexMethod): SalesforceError {
    const place = `${apexClass.name}.${method.name} (line ${method.line})`;
    return new SalesforceError(error.errorCode, `${place}: ${error.message}`, error.status);
}
