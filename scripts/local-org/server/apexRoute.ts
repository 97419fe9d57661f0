import type { IncomingMessage, ServerResponse } from 'node:http';
import { SalesforceError } from '../errors.ts';
import type { LocalOrg } from '../localOrg.ts';
import type { ApexCall, ApexFailure, Faults } from './faults.ts';
import { allowMethods, readJsonObject } from './requestRules.ts';
import { sendJson } from './responses.ts';

const ADDRESS = /^\/local\/apex\/(\w+)\/(\w+)$/;

export interface ApexRoute {
    org: LocalOrg;
    faults: Faults;
    calls: ApexCall[];
}

/** `POST /local/apex/<Class>/<method>`: the parameters as JSON in, the method's result as JSON out. */
export async function answerApex(
    route: ApexRoute,
    request: IncomingMessage,
    response: ServerResponse,
    address: string
): Promise<void> {
    allowMethods(request, 'POST');
    const [, className, methodName] = ADDRESS.exec(address) ?? [];
    if (!className || !methodName) {
        throw new SalesforceError('NOT_FOUND', `${address} is not /local/apex/<Class>/<method>.`, 404);
    }
    const parameters = await readJsonObject(request);
    const name = `${className}.${methodName}`;
    route.calls.push({ name, parameters });
    const failure = await route.faults.before(name);
    if (failure) {
        fail(response, failure);
        return;
    }
    try {
        sendJson(response, 200, route.org.callApex(className, methodName, parameters));
    } catch (error) {
        if (!(error instanceof SalesforceError)) {
            throw error;
        }
        sendJson(response, error.status, {
            message: error.message,
            exceptionType: exceptionType(error.errorCode),
            errorCode: error.errorCode
        });
    }
}

function fail(response: ServerResponse, failure: ApexFailure): void {
    if (failure === 'cut') {
        response.destroy();
        return;
    }
    if (failure === 'cutOff') {
        response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': 1000 });
        response.write('{"objectReadable":true,"records":[{"Id":"', () => response.destroy());
        return;
    }
    const { status = 500, ...body } = failure;
    sendJson(response, status, { exceptionType: 'System.QueryException', ...body });
}

/** The Apex exception that a component would be told of. Codes that no exception is known for are query errors. */
function exceptionType(errorCode: string): string {
    return errorCode === 'INSUFFICIENT_ACCESS' ? 'System.NoAccessException' : 'System.QueryException';
}
