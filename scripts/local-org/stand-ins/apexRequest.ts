/** Parameters of an Apex method by name. */
export type ApexParameters = Record<string, unknown>;

/** An Apex error as components receive it. */
export interface ApexError {
    /** The HTTP status; 0 if there was no answer. */
    status: number;
    statusText: string;
    ok: false;
    body: { message: string; exceptionType?: string; errorCode?: string };
}

/**
 * Calls an Apex method of the local org.
 * Resolves with its result; rejects with an `ApexError`, also where the local org cannot be reached.
 */
export async function callApex(className: string, methodName: string, parameters: ApexParameters): Promise<unknown> {
    const response = await send(`/local/apex/${className}/${methodName}`, JSON.stringify(parameters));
    const text = await response.text();
    const body = readJson(text);
    if (!response.ok) {
        throw apexError(response.status, response.statusText, body);
    }
    return body;
}

async function send(address: string, body: string): Promise<Response> {
    try {
        const headers = { 'Content-Type': 'application/json' };
        return await fetch(address, { method: 'POST', headers, body });
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw apexError(0, 'Network error', { message: `The local org did not answer: ${reason}` });
    }
}

function readJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return { message: text };
    }
}

function apexError(status: number, statusText: string, body: unknown): ApexError {
    return { status, statusText, ok: false, body: body as ApexError['body'] };
}
