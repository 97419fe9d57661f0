import http from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { lock } from '../command/lock.ts';
import { answerRequest, errorAnswer, type StripeAnswer } from './answerRequest.ts';
import { checkKey } from './authentication.ts';
import type { RequestContext } from './context.ts';
import { Faults, type Fault, type SteadyFaults } from './faults.ts';
import { StandInError } from './standInError.ts';
import { StandInState } from './state.ts';

/** Of the version of the SDK: what Stripe answers where a request names no other. */
const API_VERSION = '2026-10-28.endive';
const ACCOUNT = 'acct_1StndInLocalTest';

export interface StandInOptions extends SteadyFaults {
    /** On 127.0.0.1; any free one if left out. */
    port?: number;
    /** The account that the key belongs to, `acct_…`. */
    accountId?: string;
    /** Accounts that the key may act for with the header Stripe-Account. */
    connectedAccounts?: readonly string[];
    /** Whether it takes live keys and not test keys. */
    livemode?: boolean;
    /** Only this key; any secret or restricted key of the mode if left out. */
    secretKey?: string;
    /** The time in milliseconds; the clock's if left out. */
    now?: () => number;
    /** Ids are the same for the same seed. */
    seed?: string;
    /** Keeps the state, so that a later stand-in goes on with it. Of two at a time the ids would collide. */
    stateFile?: string;
}

/** What was asked, in order. No keys, no parameters. */
export interface RequestRecord {
    id: string;
    method: string;
    path: string;
    account: string;
    idempotencyKey?: string;
    /** Undefined where the connection was cut. */
    status?: number;
    isReplayed: boolean;
}

export interface StripeStandIn {
    /** `http://127.0.0.1:PORT` */
    url: string;
    port: number;
    state: StandInState;
    faults: Faults;
    requests: readonly RequestRecord[];
    close(): Promise<void>;
}

/**
 * Starts a server that answers as Stripe does, as far as this repository needs it. See the README: it is not Stripe.
 * @throws UserError while another process uses the state file
 */
export async function startStripeStandIn(options: StandInOptions = {}): Promise<StripeStandIn> {
    const { accountId = ACCOUNT, livemode = false, seed = 'stand-in', stateFile } = options;
    // Before it is read: what another one has not finished would be taken for a line that was cut off.
    const unlock = stateFile ? lock(`${stateFile}.pid`, `Another stand-in for Stripe uses ${stateFile}`) : () => {};
    const state = new StandInState({ account: accountId, livemode }, seed, stateFile);
    const faults = new Faults(options, options.now ?? Date.now);
    const requests: RequestRecord[] = [];
    const server = http.createServer((request, response) => {
        serve(request, response, { ...options, accountId, livemode, state, faults, requests }).catch(
            (error: unknown) => {
                // A fault of the stand-in itself: never to be taken for an answer of Stripe.
                console.error('The Stripe stand-in failed.', error);
                response.destroy();
            }
        );
    });
    server.listen(options.port ?? 0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const close = async () => {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
        unlock();
    };
    return { url: `http://127.0.0.1:${port}`, port, state, faults, requests, close };
}

interface Serving extends StandInOptions {
    accountId: string;
    livemode: boolean;
    state: StandInState;
    faults: Faults;
    requests: RequestRecord[];
}

async function serve(request: http.IncomingMessage, response: http.ServerResponse, serving: Serving): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const body = await text(request);
    const idempotencyKey = headerOf(request, 'idempotency-key');
    const context = contextOf(request, serving);
    const record: RequestRecord = {
        id: context.requestId,
        method,
        path: pathname,
        account: context.account,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        isReplayed: false
    };
    serving.requests.push(record);
    const fault = serving.faults.take(pathname);
    if (fault?.cut === 'before') {
        response.destroy();
        return;
    }
    const form = method === 'POST' ? body : search.slice(1);
    const asked = { method, path: pathname, form, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
    const answer = fault?.status
        ? faultAnswer(fault.status, context)
        : guarded(request, serving, context, () => answerRequest(asked, context));
    if (fault?.cut === 'after') {
        response.destroy();
        return;
    }
    record.status = answer.status;
    record.isReplayed = answer.isReplayed ?? false;
    send(response, answer, headersOf(request, context, answer, fault));
}

function contextOf(
    request: http.IncomingMessage,
    { state, accountId, livemode, now = Date.now }: Serving
): RequestContext {
    const account = headerOf(request, 'stripe-account') ?? accountId;
    const requestId = state.ids.next('req', account);
    return { state, account, livemode, now: Math.floor(now() / 1000), requestId };
}

/** Answers if the key may do so, for this account. */
function guarded(
    request: http.IncomingMessage,
    serving: Serving,
    context: RequestContext,
    answer: () => StripeAnswer
): StripeAnswer {
    try {
        checkKey(headerOf(request, 'authorization'), serving);
        checkAccount(context.account, serving);
    } catch (error) {
        if (error instanceof StandInError) {
            return errorAnswer(error, context);
        }
        throw error;
    }
    return answer();
}

function checkAccount(account: string, { accountId, connectedAccounts = [] }: Serving): void {
    if (account !== accountId && !connectedAccounts.includes(account)) {
        const message =
            `The provided key does not have access to account '${account}' (or that account does not exist). ` +
            'Application access may have been revoked.';
        throw new StandInError(403, { type: 'invalid_request_error', code: 'account_invalid', message });
    }
}

function faultAnswer(status: number, context: RequestContext): StripeAnswer {
    const error =
        status === 429
            ? new StandInError(429, {
                  type: 'invalid_request_error',
                  code: 'rate_limit',
                  message:
                      'Request rate limit exceeded. You can learn more about rate limits here https://docs.stripe.com/rate-limits.'
              })
            : new StandInError(status, { type: 'api_error', message: 'An unknown error occurred' });
    return errorAnswer(error, context);
}

function headersOf(
    request: http.IncomingMessage,
    { requestId }: RequestContext,
    { isReplayed, status }: StripeAnswer,
    fault: Fault | undefined
): Record<string, string> {
    const account = headerOf(request, 'stripe-account');
    const key = headerOf(request, 'idempotency-key');
    return {
        'Request-Id': requestId,
        'Stripe-Version': headerOf(request, 'stripe-version') ?? API_VERSION,
        ...(account ? { 'Stripe-Account': account } : {}),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(isReplayed ? { 'Idempotent-Replayed': 'true' } : {}),
        ...(status === 429 ? { 'Stripe-Rate-Limited-Reason': 'global-rate' } : {}),
        ...(fault?.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) })
    };
}

function send(response: http.ServerResponse, { status, body }: StripeAnswer, headers: Record<string, string>): void {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(`${JSON.stringify(body, undefined, 2)}\n`);
}

function headerOf(request: http.IncomingMessage, name: string): string | undefined {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
}
