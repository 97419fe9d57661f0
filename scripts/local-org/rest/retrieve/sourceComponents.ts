import fs from 'node:fs';
import path from 'node:path';
import { notSupported } from '../../errors.ts';
import { filesBelow } from '../../sourceFiles.ts';
import { findMetadataType } from '../../../metadata/metadataRegistry.ts';

/** A component of the package's source whose one file the Metadata API has as it is: a page layout, a tab. */
export interface SourceComponent {
    typeName: string;
    /** As in the file's name, in which it is escaped as the Metadata API has it: `Payment-Layout %28old%29`. */
    fullName: string;
    /** In the Metadata API: `layouts/Payment-Payment Layout.layout`. */
    fileName: string;
    content: Buffer;
}

/**
 * The components of a type, in the order of their names.
 * @param sourceFolder the package's source, usually `force-app/main`
 * @throws SalesforceError for types that are kept in several files, such as classes and objects
 */
export function sourceComponents(sourceFolder: string, typeName: string): SourceComponent[] {
    const type = findMetadataType(typeName);
    if (!type?.suffix || type.strategies?.adapter || type.children) {
        throw notSupported(`Retrieving metadata of the type ${typeName}`);
    }
    const { suffix, directoryName } = type;
    const ending = `.${suffix}-meta.xml`;
    return filesBelow(sourceFolder)
        .filter((file) => file.endsWith(ending))
        .map((file) => {
            const fullName = path.basename(file, ending);
            const content = fs.readFileSync(file);
            return { typeName, fullName, fileName: `${directoryName}/${fullName}.${suffix}`, content };
        });
}
