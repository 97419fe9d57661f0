import { childrenOf, readXml, textOf, XmlError, type XmlElement } from '../../../metadata/readXml.ts';
import type { DeployedFiles } from './deployZip.ts';
import {
    findMetadataType,
    findParentType,
    type ChildType,
    type MetadataType
} from '../../../metadata/metadataRegistry.ts';

/** A component that package.xml names and the zip has. */
export interface DeployedComponent {
    readonly type: string;
    readonly fullName: string;
    /** The file that stands for the component: the code of a class, the XML of a layout. */
    readonly fileName: string;
    /** All files that belong to it. Those of a child component belong to its parent as well. */
    readonly files: readonly string[];
    /** For a component that is an element of its file: the lines it takes. */
    readonly lines?: { readonly first: number; readonly last: number };
}

/** Something wrong with a file of the zip. */
export interface ComponentProblem {
    readonly fileName: string;
    readonly message: string;
    /** Counts from 1. */
    readonly line?: number;
    /** For a component that there is no file of. */
    readonly component?: { readonly type: string; readonly fullName: string };
}

export interface PackageContent {
    readonly components: readonly DeployedComponent[];
    readonly problems: readonly ComponentProblem[];
}

interface ManifestMember {
    readonly type: string;
    readonly fullName: string;
}

const MANIFEST = 'package.xml';

/** Finds the components that package.xml names among the files, and what is wrong with files and names. */
export function readDeployedPackage(files: DeployedFiles): PackageContent {
    const manifest = files.get(MANIFEST);
    if (!manifest) {
        const problem = { fileName: MANIFEST, message: 'No package.xml found' };
        return { components: [], problems: [problem] };
    }
    const reader = new PackageReader(files);
    reader.readManifest(manifest.toString('utf8'));
    return reader.content();
}

class PackageReader {
    private readonly files: DeployedFiles;
    private readonly roots = new Map<string, XmlElement | undefined>();
    private readonly components: DeployedComponent[] = [];
    private readonly problems: ComponentProblem[] = [];

    constructor(files: DeployedFiles) {
        this.files = files;
    }

    readManifest(xml: string): void {
        const root = this.parse(MANIFEST, xml);
        for (const member of root ? readMembers(root) : []) {
            this.readMember(member);
        }
        this.refuseFilesWithoutMember();
    }

    content(): PackageContent {
        return { components: this.components, problems: this.problems };
    }

    private readMember(member: ManifestMember): void {
        const type = findMetadataType(member.type);
        const child = type ? undefined : findParentType(member.type);
        if (type) {
            this.readComponents(type, member);
        } else if (child) {
            this.readChildren(child.parent, child.child, member);
        } else {
            const message = `Unknown type name '${member.type}' specified in package.xml`;
            this.problems.push({ fileName: MANIFEST, message });
        }
    }

    private readComponents(type: MetadataType, { fullName }: ManifestMember): void {
        const all = this.componentsOfType(type);
        const wanted = fullName === '*' ? all : all.filter((component) => component.fullName === fullName);
        if (wanted.length === 0 && fullName !== '*') {
            this.reportMissing(type.name, fullName);
        }
        for (const component of wanted) {
            this.components.push(component);
            this.checkFiles(type, component);
        }
    }

    private componentsOfType(type: MetadataType): DeployedComponent[] {
        const folder = `${type.directoryName}/`;
        const paths = [...this.files.keys()].filter((path) => path.startsWith(folder));
        return type.strategies?.adapter === 'bundle' ? bundles(type, paths) : singleFiles(type, paths);
    }

    private checkFiles(type: MetadataType, { fileName, files }: DeployedComponent): void {
        const needsMetaFile = type.strategies?.adapter === 'matchingContentFile';
        if (needsMetaFile && !this.files.has(`${fileName}-meta.xml`)) {
            this.problems.push({
                fileName,
                message: `Required metadata file ${fileName}-meta.xml is missing`,
                line: 1
            });
        }
        for (const path of files.filter((file) => isMetadataXml(type, file))) {
            this.checkRoot(type, path);
        }
    }

    private checkRoot(type: MetadataType, path: string): void {
        const root = this.rootOf(path);
        // A settings file is named after what it sets: OrderSettings.
        if (root && type.name !== 'Settings' && root.name !== type.name) {
            const message = `The root element is <${root.name}>, not <${type.name}>`;
            this.problems.push({ fileName: path, message, line: root.line });
        }
    }

    private readChildren(parent: MetadataType, child: ChildType, { type, fullName }: ManifestMember): void {
        const all = this.componentsOfType(parent).flatMap((component) => this.childrenIn(component, child));
        const wanted = fullName === '*' ? all : all.filter((component) => component.fullName === fullName);
        this.components.push(...wanted);
        if (wanted.length === 0 && fullName !== '*' && !this.isUnreadable(parent, child, fullName)) {
            this.reportMissing(type, fullName);
        }
    }

    private childrenIn(parent: DeployedComponent, child: ChildType): DeployedComponent[] {
        const elements = this.rootOf(parent.fileName)?.children ?? [];
        return elements.flatMap((element, index) => {
            if (element.name !== (child.xmlElementName ?? child.directoryName)) {
                return [];
            }
            const name = textOf(element, child.uniqueIdElement ?? 'fullName') ?? '';
            const last = (elements[index + 1]?.line ?? Infinity) - 1;
            return [
                {
                    type: child.name,
                    fullName: child.ignoreParentName ? name : `${parent.fullName}.${name}`,
                    fileName: parent.fileName,
                    files: parent.files,
                    lines: { first: element.line, last: Math.max(element.line, last) }
                }
            ];
        });
    }

    /** The components of a file that cannot be read fail with the file: they are not missing. */
    private isUnreadable(parent: MetadataType, child: ChildType, fullName: string): boolean {
        const owner = this.componentsOfType(parent).find(
            (component) =>
                this.rootOf(component.fileName) === undefined &&
                (child.ignoreParentName || fullName.startsWith(`${component.fullName}.`))
        );
        if (owner) {
            this.components.push({ type: child.name, fullName, fileName: owner.fileName, files: owner.files });
        }
        return owner !== undefined;
    }

    private reportMissing(type: string, fullName: string): void {
        const message =
            `An object '${fullName}' of type ${type} was named in package.xml, ` +
            'but was not found in zipped directory';
        this.problems.push({ fileName: MANIFEST, message, component: { type, fullName } });
    }

    private refuseFilesWithoutMember(): void {
        const known = new Set(this.components.flatMap(({ files }) => files));
        for (const path of this.files.keys()) {
            const isManifest = !path.includes('/');
            if (!isManifest && !known.has(path)) {
                this.problems.push({ fileName: path, message: 'Not in package.xml' });
            }
        }
    }

    /** The root element of a file, undefined if it cannot be read. */
    private rootOf(path: string): XmlElement | undefined {
        if (!this.roots.has(path)) {
            this.roots.set(path, this.parse(path, this.files.get(path)?.toString('utf8') ?? ''));
        }
        return this.roots.get(path);
    }

    private parse(path: string, xml: string): XmlElement | undefined {
        try {
            return readXml(xml);
        } catch (error) {
            if (!(error instanceof XmlError)) {
                throw error;
            }
            this.problems.push({ fileName: path, message: `Error parsing file: ${error.message}`, line: error.line });
            return undefined;
        }
    }
}

/** `<types><members>…</members><name>…</name></types>` */
function readMembers(manifest: XmlElement): ManifestMember[] {
    return childrenOf(manifest, 'types').flatMap((types) =>
        childrenOf(types, 'members').map(({ text }) => ({ type: textOf(types, 'name') ?? '', fullName: text }))
    );
}

/** The files of each folder below the type's own make one component. */
function bundles(type: MetadataType, paths: readonly string[]): DeployedComponent[] {
    const names = new Set(paths.map((path) => path.split('/')[1] ?? ''));
    return [...names].map((fullName) => {
        const files = paths.filter((path) => path.startsWith(`${type.directoryName}/${fullName}/`));
        const metaFile = files.find((path) => path.endsWith('-meta.xml'));
        return { type: type.name, fullName, fileName: metaFile ?? files[0] ?? type.directoryName, files };
    });
}

function singleFiles(type: MetadataType, paths: readonly string[]): DeployedComponent[] {
    const end = `.${type.suffix ?? ''}`;
    return paths
        .filter((path) => path.endsWith(end))
        .map((fileName) => ({
            type: type.name,
            fullName: fileName.slice(type.directoryName.length + 1, -end.length),
            fileName,
            files: paths.filter((path) => path === fileName || path === `${fileName}-meta.xml`)
        }));
}

function isMetadataXml(type: MetadataType, path: string): boolean {
    const hasOwnMetaFile = ['matchingContentFile', 'mixedContent', 'bundle'].includes(type.strategies?.adapter ?? '');
    return path.endsWith('-meta.xml') || !hasOwnMetaFile;
}
