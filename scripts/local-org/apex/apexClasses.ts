import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { SalesforceError } from '../errors.ts';
import { findFiles } from '../schema/metadataFile.ts';
import { parseApexClass, type ApexClass } from './apexClass.ts';

interface LoadedClass {
    readonly apexClass: ApexClass;
    readonly modified: number;
}

/** The package's Apex classes, read anew when their files change. */
export class ApexClasses {
    private readonly sourceDirectory: string;
    private readonly loaded = new Map<string, LoadedClass>();

    constructor(sourceDirectory: string) {
        this.sourceDirectory = sourceDirectory;
    }

    /**
     * @param className in any case, as in Apex.
     * @throws SalesforceError NOT_FOUND, or APEX_ERROR with file and line if the class is not valid Apex.
     */
    get(className: string): ApexClass {
        const path = this.findFile(className);
        const modified = statSync(path).mtimeMs;
        const loaded = this.loaded.get(path);
        if (loaded?.modified === modified) {
            return loaded.apexClass;
        }
        const apexClass = readClass(path);
        this.loaded.set(path, { apexClass, modified });
        return apexClass;
    }

    private findFile(className: string): string {
        const fileName = `${className}.cls`.toLowerCase();
        const path = findFiles(this.sourceDirectory, '.cls').find((file) => basename(file).toLowerCase() === fileName);
        if (path === undefined) {
            throw new SalesforceError(
                'NOT_FOUND',
                `There is no Apex class ${className} in ${this.sourceDirectory}`,
                404
            );
        }
        return path;
    }
}

function readClass(path: string): ApexClass {
    try {
        return parseApexClass(readFileSync(path, 'utf8'));
    } catch (error) {
        throw new SalesforceError(
            'APEX_ERROR',
            `${path}: ${error instanceof Error ? error.message : String(error)}`,
            500
        );
    }
}
