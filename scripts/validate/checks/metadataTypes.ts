import type { Problem, Project } from '../project.ts';
import type { MetadataFile } from '../metadata/metadataFiles.ts';
import { typeOfSuffix } from '../../metadata/metadataRegistry.ts';
import { MetadataTypes } from '../metadata/metadataTypes.ts';

/** Every metadata file against the types of Salesforce's Metadata WSDL. */
export async function checkMetadataTypes(project: Project): Promise<Problem[]> {
    return [...problemsOfTypes(project.metadata, new MetadataTypes()), ...otherTypes(project)];
}

/** What is wrong with the form of metadata files: XML that is not well-formed, and elements against their types. */
export function problemsOfTypes(files: readonly MetadataFile[], types: MetadataTypes): Problem[] {
    return files.flatMap((file) =>
        'error' in file
            ? [{ file: file.file, line: file.error.line, message: `Not well-formed XML: ${file.error.message}` }]
            : types.check(file.root).map((problem) => ({ file: file.file, ...problem }))
    );
}

/** A file whose name says another type than its root element: an org looks for the type of the name. */
function otherTypes(project: Project): Problem[] {
    return project.readableMetadata.flatMap(({ file, suffix, root }) => {
        const type = typeOfSuffix(suffix);
        return type === undefined || type === root.name
            ? []
            : [{ file, line: root.line, message: `The root element is <${root.name}>, not <${type}>` }];
    });
}
