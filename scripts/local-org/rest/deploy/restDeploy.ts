import { isObject } from '../../../command/isObject.ts';
import { SalesforceError } from '../../errors.ts';
import { created, ok, type RestHandler } from '../restRequest.ts';
import { readDeployOptions } from './deployOptions.ts';

/** `POST /metadata/deployRequest`: a form with the options as JSON and the zip as a file. */
export const startRestDeploy: RestHandler = async ({ deployments, headers, readBody }) => {
    const form = await readForm(await readBody(), headers['content-type'] ?? '');
    const options = readJson(form.get('entity_content') ?? form.get('json'));
    const file = form.get('file');
    if (!(file instanceof Blob)) {
        throw new SalesforceError('INVALID_MULTIPART_REQUEST', 'The form has no file with the zip: name it "file".');
    }
    const deployOptions = isObject(options['deployOptions']) ? options['deployOptions'] : {};
    const zip = Buffer.from(await file.arrayBuffer());
    const id = deployments.start(zip, readDeployOptions(deployOptions));
    return created({ id, validatedDeployRequestId: null, deployResult: null, deployOptions });
};

/** `GET /metadata/deployRequest/<id>` */
export const readRestDeploy: RestHandler = ({ deployments, query }, id = '') => {
    const { details, ...result } = deployments.result(id);
    const deployResult = query.get('includeDetails') === 'true' ? { ...result, details } : result;
    return ok({ id, validatedDeployRequestId: null, deployResult, deployOptions: null });
};

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
    try {
        return await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    } catch {
        throw new SalesforceError('INVALID_MULTIPART_REQUEST', 'The body is not a multipart form that can be read.');
    }
}

function readJson(value: unknown): Record<string, unknown> {
    try {
        const json: unknown = JSON.parse(typeof value === 'string' ? value : '');
        if (isObject(json)) {
            return json;
        }
    } catch {
        // Told below.
    }
    throw new SalesforceError('JSON_PARSER_ERROR', 'The part "entity_content" of the form must be a JSON object.');
}
