import JSZip from 'jszip';
import { isObject } from '../../../command/isObject.ts';
import { SalesforceError } from '../../errors.ts';
import { createRecordId } from '../../store/recordId.ts';
import { sourceComponents, type SourceComponent } from './sourceComponents.ts';

/** What the Metadata API tells of a component beside its file. */
type FileProperties = Readonly<Record<'fileName' | 'fullName' | 'manageableState' | 'type', string>>;

/** The Metadata API's RetrieveResult, as far as clients read it. */
type RetrieveResult = Readonly<Record<string, unknown>>;

/** As many results are kept: each has its zip. */
const KEPT_RESULTS = 10;
const KEY_PREFIX = '09S';
const FOLDER = 'unpackaged';

/** Lists and retrieves the metadata of the package's source, which is what the org shows. */
export class Retrievals {
    private readonly sourceFolder: string;
    private readonly results = new Map<string, RetrieveResult>();
    private count = 0;

    constructor(sourceFolder: string) {
        this.sourceFolder = sourceFolder;
    }

    /**
     * `listMetadata`. @param queries one, or a list of them: `{ type: 'Layout' }`
     * @throws SalesforceError for types that the local org does not retrieve
     */
    list(queries: unknown): FileProperties[] {
        return [queries ?? []]
            .flat()
            .filter(isObject)
            .flatMap(({ type }) => sourceComponents(this.sourceFolder, String(type)))
            .map(toFileProperties);
    }

    /**
     * `retrieve`. @param request with `unpackaged`: types, and in each members by full name, or `*`
     * @returns the id for `checkRetrieveStatus`
     * @throws SalesforceError for types that the local org does not retrieve
     */
    async start(request: unknown): Promise<string> {
        const { found, missing } = this.find(request);
        const zip = new JSZip();
        zip.file(`${FOLDER}/package.xml`, '<Package xmlns="http://soap.sforce.com/2006/04/metadata"/>');
        found.forEach(({ fileName, content }) => zip.file(`${FOLDER}/${fileName}`, content));
        this.count += 1;
        const id = createRecordId(KEY_PREFIX, this.count);
        this.results.set(id, {
            done: true,
            id,
            status: 'Succeeded',
            success: true,
            zipFile: await zip.generateAsync({ type: 'base64' }),
            fileProperties: found.map(toFileProperties),
            messages: missing.map(([type, name]) => ({
                fileName: `${FOLDER}/package.xml`,
                problem: `Entity of type '${type}' named '${name}' cannot be found`
            }))
        });
        this.forgetOldest();
        return id;
    }

    /** @throws SalesforceError if there is no such retrieve, or no longer */
    result(id: string): RetrieveResult {
        const result = this.results.get(id);
        if (!result) {
            throw new SalesforceError('INVALID_ID_FIELD', `There is no retrieve with the id ${id}`, 404);
        }
        return result;
    }

    private find(request: unknown): { found: SourceComponent[]; missing: [type: string, name: string][] } {
        const unpackaged = isObject(request) ? request['unpackaged'] : undefined;
        const found: SourceComponent[] = [];
        const missing: [string, string][] = [];
        for (const { name, members } of [isObject(unpackaged) ? (unpackaged['types'] ?? []) : []]
            .flat()
            .filter(isObject)) {
            const components = sourceComponents(this.sourceFolder, String(name));
            for (const member of [members ?? []].flat().map(String)) {
                const wanted = components.filter(({ fullName }) => member === '*' || fullName === member);
                found.push(...wanted);
                if (wanted.length === 0 && member !== '*') {
                    missing.push([String(name), member]);
                }
            }
        }
        return { found, missing };
    }

    private forgetOldest(): void {
        const [oldest] = this.results.keys();
        if (oldest !== undefined && this.results.size > KEPT_RESULTS) {
            this.results.delete(oldest);
        }
    }
}

function toFileProperties({ fileName, fullName, typeName }: SourceComponent): FileProperties {
    return { fileName, fullName, manageableState: 'unmanaged', type: typeName };
}
