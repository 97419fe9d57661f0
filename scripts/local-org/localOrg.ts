import { ApexClasses } from './apex/apexClasses.ts';
import { ApexRunner } from './apex/apexRunner.ts';
import { findNativeMethod } from './apex/nativeMethods.ts';
import { ENGLISH, type Language } from './build/language.ts';
import { loadSchema } from './schema/loadSchema.ts';
import { readPackageRecords } from './schema/packageRecords.ts';
import type { Schema } from './schema/schema.ts';
import type { Binds } from './soql/binds.ts';
import { toReadAccess, toUserAccess, type UserAccess } from './soql/readAccess.ts';
import { recordAttributes, type QueryResult, type SObjectRecord } from './soql/records.ts';
import { runQuery } from './soql/runQuery.ts';
import { Database, runningUserId, type FieldValues } from './store/database.ts';
import { normalizeRecordId } from './store/recordId.ts';
import { importTree } from './store/treeImport.ts';

export type { QueryResult, SObjectRecord, UserAccess };

export interface LocalOrgOptions {
    /** A plan of `sf data export tree`, or tree files. */
    readonly dataPaths: readonly string[];
    /** Where to keep the records: in memory if left out. A local org's file is gone on with as it is: nothing is imported
        into it, neither data nor the package's records. */
    readonly databaseFile?: string;
    /** The package's source, usually `force-app`: its Apex classes, fields and custom metadata records are used. */
    readonly sourceDirectory: string;
    /** Custom permissions that the running user does not have. */
    readonly missingPermissions?: readonly string[];
    /** Objects (`Refund`) and fields (`Payment.GatewayRefNumber`) that the running user may not read. */
    readonly hidden?: readonly string[];
    /** The running user's. Defaults to English. */
    readonly language?: Language;
}

/** A stand-in for a Salesforce org: runs the package's Apex queries over imported records. It is not Salesforce. */
export class LocalOrg {
    readonly schema: Schema;
    /** What the running user may not read. */
    access: UserAccess = { hiddenObjects: [], hiddenFields: [] };
    /** Custom permissions that the running user does not have. It has all others, as an administrator may. */
    missingPermissions: readonly string[];
    /** The running user's. */
    readonly language: Language;
    /** Whether the records come from a file of an earlier local org, and not from the data. */
    readonly isGoneOnWith: boolean;
    private readonly database: Database;
    private readonly apexRunner: ApexRunner;

    private constructor(
        database: Database,
        apexRunner: ApexRunner,
        { missingPermissions = [], language = ENGLISH }: LocalOrgOptions
    ) {
        this.missingPermissions = missingPermissions;
        this.language = language;
        this.schema = database.schema;
        this.isGoneOnWith = database.isGoneOnWith;
        this.database = database;
        this.apexRunner = apexRunner;
    }

    /**
     * @throws Error with a message of one line if the data or the package's metadata cannot be read, or what is to be
     * hidden does not exist.
     */
    static open(options: LocalOrgOptions): LocalOrg {
        const schema = loadSchema(options.sourceDirectory, options.language);
        const access = toUserAccess(schema, options.hidden ?? []);
        const database = new Database(schema, options.databaseFile ?? ':memory:', (empty) => {
            insertOwnRecords(empty, options.language ?? ENGLISH);
            for (const record of readPackageRecords(options.sourceDirectory, schema)) {
                empty.insert(record.objectName, record.values);
            }
            importTree(empty, options.dataPaths);
        });
        const apexRunner = new ApexRunner(database, new ApexClasses(options.sourceDirectory));
        const org = new LocalOrg(database, apexRunner, options);
        org.access = access;
        return org;
    }

    /**
     * Runs an `@AuraEnabled` Apex method from its class file, or what stands in for it, as the running user.
     * @returns what a component receives: for a method that is run from its class, a ReadableRecords.
     * @throws SalesforceError
     */
    callApex(className: string, methodName: string, parameters: Record<string, unknown>): unknown {
        const access = toReadAccess(this.access);
        const native = findNativeMethod(className, methodName);
        return native
            ? native(this.schema, access, parameters)
            : this.apexRunner.run(className, methodName, parameters, access);
    }

    /**
     * Runs SOQL as the REST API does, as the running user: what the user may not read does not exist.
     * @throws SalesforceError
     */
    query(soql: string, binds: Binds = {}): QueryResult {
        return runQuery(this.database, soql, { binds, access: toReadAccess(this.access) });
    }

    /**
     * All fields of a record that the user may read, null ones included.
     * @param id of 15 or 18 characters.
     * @returns undefined if there is no such record or the user may not read its object.
     * @throws SalesforceError INVALID_TYPE if there is no such object.
     */
    getRecord(objectName: string, id: string): SObjectRecord | undefined {
        const object = this.schema.object(objectName);
        const access = toReadAccess(this.access);
        const values = access.canReadObject(object.name) ? this.database.get(object.name, id) : undefined;
        if (!values) {
            return undefined;
        }
        const readable = Object.entries(values).filter(([fieldName]) => access.canReadField(object.name, fieldName));
        return { attributes: recordAttributes(object.name, String(values['Id'])), ...Object.fromEntries(readable) };
    }

    /**
     * Changes fields of a record, as somebody else at work in the org does: what the running user may do does not matter.
     * @throws SalesforceError NOT_FOUND if there is no such record.
     */
    update(objectName: string, id: string, values: FieldValues): void {
        this.database.update(objectName, id, values);
    }

    /**
     * Inserts a record, as the REST API does.
     * @returns its id.
     * @throws SalesforceError if a value, a required field or a relationship is not as the schema wants it.
     */
    insert(objectName: string, values: FieldValues): string {
        return this.database.insert(objectName, values);
    }

    /**
     * Deletes a record for good. Relationship fields that named it become empty.
     * @throws SalesforceError NOT_FOUND if there is no such record.
     */
    delete(objectName: string, id: string): void {
        this.database.delete(objectName, id);
    }

    /** Runs the action wholly or, if it throws, not at all. */
    transaction<Result>(action: () => Result): Result {
        return this.database.transaction(action);
    }

    /** The object that a record id belongs to, by its key prefix. The record need not exist. */
    objectNameOfId(id: string): string | undefined {
        const normalized = normalizeRecordId(id);
        return normalized && this.schema.findObjectOfId(normalized)?.name;
    }

    close(): void {
        this.database.close();
    }
}

/** The records that every org has of itself. */
function insertOwnRecords(database: Database, language: Language): void {
    database.insert('User', {
        Id: runningUserId,
        Name: 'Local User',
        FirstName: 'Local',
        LastName: 'User',
        Username: 'user@local-org.invalid',
        Alias: 'local',
        IsActive: true,
        LocaleSidKey: language.userLocale,
        LanguageLocaleKey: language.userLanguage,
        TimeZoneSidKey: 'UTC'
    });
    database.insert('Organization', {
        Name: 'Local org',
        IsSandbox: true,
        InstanceName: 'LOCAL',
        OrganizationType: 'Developer Edition',
        DefaultLocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        TimeZoneSidKey: 'UTC'
    });
}
