import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject } from '../../../command/isObject.ts';
import { notSupported, SalesforceError } from '../../errors.ts';
import { readBody } from '../../server/requestRules.ts';
import { sendXml } from '../../server/responses.ts';
import { checkAccessToken } from '../accessToken.ts';
import { LARGEST_REST_BODY } from '../restLimits.ts';
import type { RestParts } from '../restRequest.ts';
import { readDeployOptions } from './deployOptions.ts';
import { readSoapCall, soapAnswer, soapFault, type SoapCall, type SoapResult } from './soapMessage.ts';

/** `POST /services/Soap/m/<version>`: the calls of the Metadata API that deploys and retrieves need. Errors are SOAP faults. */
export async function answerSoap(parts: RestParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
        const call = readSoapCall(await readBody(request, LARGEST_REST_BODY));
        checkAccessToken(parts.accessToken, call.sessionId);
        sendXml(response, 200, soapAnswer(call.operation, await answer(parts, call)));
    } catch (error) {
        if (!(error instanceof SalesforceError)) {
            throw error;
        }
        response.setHeader('Connection', 'close');
        sendXml(response, error.status === 413 ? 413 : 500, soapFault(error));
    }
}

async function answer(
    { deployments, retrievals }: RestParts,
    { operation, parameters }: SoapCall
): Promise<SoapResult | readonly SoapResult[]> {
    switch (operation) {
        case 'deploy': {
            const options = parameters['DeployOptions'];
            const zip = Buffer.from(String(parameters['ZipFile'] ?? ''), 'base64');
            const id = deployments.start(zip, readDeployOptions(isObject(options) ? options : {}));
            return { done: false, id, state: 'Queued' };
        }
        case 'checkDeployStatus': {
            const { details, ...result } = deployments.result(String(parameters['asyncProcessId'] ?? ''));
            return parameters['includeDetails'] === 'true' ? { ...result, details } : result;
        }
        case 'listMetadata':
            return retrievals.list(parameters['queries']);
        case 'retrieve': {
            // The WSDL has the first name, jsforce and with it sf the second.
            const request = parameters['retrieveRequest'] ?? parameters['request'];
            return { done: false, id: await retrievals.start(request), state: 'Queued' };
        }
        case 'checkRetrieveStatus':
            return retrievals.result(String(parameters['asyncProcessId'] ?? ''));
        default:
            throw notSupported(`The Metadata API's ${operation}`);
    }
}
