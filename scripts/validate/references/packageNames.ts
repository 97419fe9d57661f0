import path from 'node:path';
import { readFileSync } from 'node:fs';
import { parseApexClass, type ApexClass } from '../../local-org/apex/apexClass.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../../local-org/schema/schema.ts';
import { bundleFolders } from '../bundles.ts';
import type { ReadMetadataFile } from '../metadata/metadataFiles.ts';
import { childrenOf, textOf } from '../../metadata/readXml.ts';
import type { Project } from '../project.ts';

/** What there is to refer to: the standard objects that the local org knows, and what the package brings. */
export class PackageNames {
    readonly project: Project;
    readonly schema: Schema;
    /** Names of custom labels. */
    readonly labels: ReadonlySet<string>;
    /** Names of Lightning web components. */
    readonly bundles: ReadonlySet<string>;
    private readonly classFiles: ReadonlyMap<string, string>;
    private readonly parsedClasses = new Map<string, ApexClass>();

    constructor(project: Project) {
        this.project = project;
        this.schema = project.schema;
        const labels = this.filesOf('labels').flatMap(({ root }) => childrenOf(root, 'labels'));
        this.labels = new Set(labels.map((label) => textOf(label, 'fullName') ?? ''));
        this.bundles = new Set(bundleFolders(project.files).map((folder) => path.basename(folder)));
        // Apex ignores case.
        this.classFiles = new Map(
            project.filesEnding('.cls').map((file) => [path.basename(file, '.cls').toLowerCase(), file])
        );
    }

    /** The metadata files of a kind, by the end of their names: `layout`, `permissionset`. */
    filesOf(suffix: string): ReadMetadataFile[] {
        return this.project.readableMetadata.filter((file) => file.suffix === suffix);
    }

    /** Whether the package has a component of that kind and full name. */
    has(suffix: string, fullName: string): boolean {
        return this.filesOf(suffix).some((file) => file.fullName === fullName);
    }

    hasClass(name: string): boolean {
        return this.classFiles.has(name.toLowerCase());
    }

    /** Whether a component may call the method: it is static and @AuraEnabled. */
    hasApexMethod(className: string, methodName: string): boolean {
        return this.parseClass(className)?.methods.has(methodName.toLowerCase()) ?? false;
    }

    /** Whether there is such a tab: one of the package, or the standard one of a known object, `standard-Payment`. */
    hasTab(name: string): boolean {
        const standard = /^standard-(\w+)$/.exec(name)?.[1];
        return this.has('tab', name) || (standard !== undefined && this.schema.findObject(standard) !== undefined);
    }

    /** A field by its path from an object on: `Amount`, `PaymentGateway.PaymentGatewayName`. */
    findField(object: ObjectDefinition, fieldPath: string): FieldDefinition | undefined {
        const [name = '', ...rest] = fieldPath.split('.');
        if (rest.length === 0) {
            return this.schema.findField(object, name);
        }
        const parents = this.schema.findParentRelationship(object, name)?.referenceTo ?? [];
        return parents
            .flatMap((parent) => this.schema.findObject(parent) ?? [])
            .map((parent) => this.findField(parent, rest.join('.')))
            .find((field) => field !== undefined);
    }

    /** Why `Object.Field` does not exist, or undefined where it does. */
    refuseField(reference: string): string | undefined {
        const [objectName = '', ...rest] = reference.split('.');
        const object = this.schema.findObject(objectName);
        if (!object) {
            return `There is no object ${objectName}`;
        }
        return this.findField(object, rest.join('.')) ? undefined : `${objectName} has no field ${rest.join('.')}`;
    }

    private parseClass(name: string): ApexClass | undefined {
        const key = name.toLowerCase();
        const file = this.classFiles.get(key);
        if (file !== undefined && !this.parsedClasses.has(key)) {
            this.parsedClasses.set(key, parseApexClass(readFileSync(file, 'utf8')));
        }
        return this.parsedClasses.get(key);
    }
}
