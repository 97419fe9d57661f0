import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSchema } from '../local-org/schema/loadSchema.ts';
import type { Schema } from '../local-org/schema/schema.ts';
import { UserError } from '../command/userError.ts';
import { compileProject } from './compiledProject.ts';
import type { Finding, Severity } from './finding.ts';
import { listAllFiles, readMetadataFiles, type MetadataFile, type ReadMetadataFile } from './metadata/metadataFiles.ts';
import { stageProject } from './stagedProject.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

/** What a check finds, before its name is put to it. */
export interface Problem {
    /** Absolute path. */
    file: string;
    line?: number;
    message: string;
    /** 2 if it is not said. */
    severity?: Severity;
}

interface ProjectDefinition {
    sourceApiVersion?: string;
    packageDirectories?: { path?: string; default?: boolean; definitionFile?: string; versionNumber?: string }[];
}

/** A project folder with what several checks need: each part is read once, when it is first asked for. */
export class Project {
    /** The folder of sfdx-project.json, absolute. */
    readonly root: string;
    private readonly parts = new Map<string, unknown>();

    constructor(root: string) {
        this.root = path.resolve(root);
        if (!existsSync(this.definitionFile)) {
            throw new UserError(`${this.definitionFile} does not exist. Name the folder of an SFDX project.`);
        }
    }

    get definitionFile(): string {
        return path.join(this.root, 'sfdx-project.json');
    }

    /** The content of sfdx-project.json, unchecked. */
    get definition(): ProjectDefinition {
        return this.once('definition', () => JSON.parse(readFileSync(this.definitionFile, 'utf8')));
    }

    /** The package directories that exist, absolute. */
    get sourceFolders(): string[] {
        const folders = (this.definition.packageDirectories ?? []).map((each) => path.join(this.root, each.path ?? ''));
        return folders.filter((folder) => existsSync(folder));
    }

    /** All files of the package, absolute, in alphabetical order. */
    get files(): string[] {
        return this.once('files', () => this.sourceFolders.flatMap(listAllFiles));
    }

    filesEnding(ending: string): string[] {
        return this.files.filter((file) => file.endsWith(ending));
    }

    /** Every `-meta.xml` and manifest of the package. */
    get metadata(): MetadataFile[] {
        return this.once('metadata', () => readMetadataFiles(this.sourceFolders));
    }

    /** The metadata files that could be read: what is wrong with the others the check of metadata types tells. */
    get readableMetadata(): ReadMetadataFile[] {
        return this.metadata.filter((file) => 'root' in file);
    }

    /**
     * The standard objects that the local org knows, with the package's own objects and fields.
     * @throws Error that names the file and line where one cannot be read
     */
    get schema(): Schema {
        return this.once('schema', () => {
            // The reader takes one folder; the package may have several.
            const copy = createTemporaryFolder('objects');
            for (const file of this.files.filter((each) => /\.(field|object)-meta\.xml$/.test(each))) {
                cpSync(file, path.join(copy, path.relative(this.root, file)));
            }
            return loadSchema(copy);
        });
    }

    /** The JavaScript of the package's TypeScript, by the path where `npm run build` writes it. */
    get compiled(): ReadonlyMap<string, string> {
        return this.once('compiled', () => compileProject(this.root));
    }

    /** A copy of the project as it is deployed: with the compiled JavaScript beside the TypeScript. */
    get staged(): string {
        return this.once('staged', () => stageProject(this.root, this.files, this.compiled));
    }

    toFinding(check: string, { file, line, message, severity = 2 }: Problem): Finding {
        const relative = path.relative(this.root, file).split(path.sep).join('/');
        return { check, file: relative || '.', ...(line === undefined ? {} : { line }), message, severity };
    }

    private once<Part>(name: string, read: () => Part): Part {
        if (!this.parts.has(name)) {
            this.parts.set(name, read());
        }
        return this.parts.get(name) as Part;
    }
}
