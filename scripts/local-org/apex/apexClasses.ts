import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SalesforceError } from '../errors.ts';
import { findFiles } from '../schema/metadataFile.ts';
import { FileMemory } from '../sourceFiles.ts';
import { parseApexClass, type ApexClass } from './apexClass.ts';

/** The package's Apex classes, read anew when their files change. */
export class ApexClasses {
    private readonly sourceDirectory: string;
    private readonly loaded = new FileMemory(readClass);

    constructor(sourceDirectory: string) {
        this.sourceDirectory = sourceDirectory;
    }

    /**
     * @param className in any case, as in Apex.
     * @throws SalesforceError NOT_FOUND, or APEX_ERROR with file and line if the class is not valid Apex.
     */
    get(className: string): ApexClass {
        return this.loaded.get(this.findFile(className));
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
