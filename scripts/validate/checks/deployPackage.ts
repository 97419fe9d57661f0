import path from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import JSZip from 'jszip';
import { bundleFolders } from '../bundles.ts';
import type { Problem, Project } from '../project.ts';

/** Files that belong beside another one, which Salesforce's library drops without a word where its half is missing. */
const WITH_META_FILE = ['.cls', '.trigger', '.page', '.component'];

/** Tests and sources, and what a bundle of a Lightning web component may not hold. */
const NEVER_SENT =
    /(\.ts|\.map)$|(^|\/)(__tests__|__mocks__)\/|(^|\/)(tsconfig|jsconfig)\.json$|(^|\/)lwc\/.*(?<!\.(js|html|css|svg|js-meta\.xml))$/;

const SENT_OF_BUNDLE = /\.(js|html|css|svg|js-meta\.xml)$/;

/** The package that `sf project deploy start` would send, made by the same library: nothing extra, nothing missing. */
export async function checkDeployPackage(project: Project): Promise<Problem[]> {
    const folders = project.sourceFolders.map((folder) =>
        path.join(project.staged, path.relative(project.root, folder))
    );
    const components = ComponentSet.fromSource(folders);
    if (components.size === 0) {
        return [{ file: project.definitionFile, message: 'The package has no component' }];
    }
    components.sourceApiVersion = project.definition.sourceApiVersion;
    const sent = await sentFiles(components);
    const known = new Set(
        components
            .getSourceComponents()
            .toArray()
            .flatMap((component) => [component.xml, ...component.walkContent(), ...childFiles(component)])
            .filter((file) => file !== undefined)
            .map((file) => path.relative(project.staged, file))
    );
    return [
        ...sent.filter((file) => NEVER_SENT.test(file)).map((file) => inPackage(project, file)),
        ...missingMetaFiles(project),
        ...unknownMetaFiles(project, known),
        ...unsentBundleFiles(project, sent),
        ...missingFromManifest(project, await components.getPackageXml(), components)
    ];
}

function inPackage(project: Project, file: string): Problem {
    return {
        file: project.definitionFile,
        message: `The package would hold ${file}, which no org takes: name it in .forceignore`
    };
}

/** The paths in the zip, without the folder that the library puts around them. */
async function sentFiles(components: ComponentSet): Promise<string[]> {
    const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    if (!zipBuffer) {
        throw new Error('The library of the sf command made no package.');
    }
    const zip = await JSZip.loadAsync(zipBuffer);
    return Object.values(zip.files)
        .filter((file) => !file.dir)
        .map((file) => file.name);
}

function childFiles(component: ReturnType<ComponentSet['getSourceComponents']> extends Iterable<infer C> ? C : never) {
    return component.getChildren().map((child) => child.xml);
}

function missingMetaFiles(project: Project): Problem[] {
    const files = new Set(project.files);
    return project.files
        .filter((file) => WITH_META_FILE.includes(path.extname(file)) && !files.has(`${file}-meta.xml`))
        .map((file) => ({ file, message: `It would be left out: ${path.basename(file)}-meta.xml is missing` }));
}

function unknownMetaFiles(project: Project, known: ReadonlySet<string>): Problem[] {
    return project
        .filesEnding('-meta.xml')
        .filter((file) => !known.has(path.relative(project.root, file)))
        .map((file) => ({ file, message: 'It would not be sent: no component takes it' }));
}

/** Each file of a bundle but TypeScript and tests: helpers and styles are missed only when the component runs. */
function unsentBundleFiles(project: Project, sent: readonly string[]): Problem[] {
    return bundleFolders(project.files).flatMap((folder) => {
        const name = path.basename(folder);
        const own = [...project.files, ...project.compiled.keys()].filter(
            (file) => path.dirname(file) === folder && SENT_OF_BUNDLE.test(file)
        );
        const wanted = new Set([`${name}.js`, `${name}.js-meta.xml`, ...own.map((file) => path.basename(file))]);
        return [...wanted]
            .filter(
                (file) => !sent.some((each) => each.endsWith(`/lwc/${name}/${file}`) || each === `lwc/${name}/${file}`)
            )
            .map((file) => ({ file: path.join(folder, file), message: 'The package would lack it' }));
    });
}

/** The manifest names each component, or an org would not look at its files. */
function missingFromManifest(project: Project, manifest: string, components: ComponentSet): Problem[] {
    return components
        .getSourceComponents()
        .toArray()
        .filter(({ fullName }) => !manifest.includes(`<members>${fullName}</members>`))
        .map(({ fullName, xml }) => ({
            file: xml ? path.join(project.root, path.relative(project.staged, xml)) : project.definitionFile,
            message: `package.xml would not name ${fullName}`
        }));
}
