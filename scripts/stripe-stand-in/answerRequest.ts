import { requestLogUrl, type RequestContext } from './context.ts';
import { expand } from './expand.ts';
import { parseForm } from './formBody.ts';
import { ParameterReader } from './parameterReader.ts';
import { docUrl } from './resources/paymentIntents.ts';
import { answerRoute } from './routes.ts';
import { StandInError } from './standInError.ts';

/** What came over the wire, as far as the answer depends on it. */
export interface StripeRequest {
    method: string;
    path: string;
    /** The query of a GET or DELETE, the body of a POST: form-encoded. */
    form: string;
    idempotencyKey?: string;
}

export interface StripeAnswer {
    status: number;
    body: object;
    /** True where an idempotency key was used before. */
    isReplayed?: boolean;
}

/** Stripe keeps keys for at least 24 hours (docs.stripe.com/api/idempotent_requests); the stand-in no longer. */
const KEYS_KEPT_SECONDS = 24 * 60 * 60;

/** Answers a request, or repeats the answer that its idempotency key got. */
export function answerRequest(request: StripeRequest, context: RequestContext): StripeAnswer {
    const { idempotencyKey, method } = request;
    if (!idempotencyKey || method !== 'POST') {
        return execute(request, context);
    }
    const asked = `${method} ${request.path} ${request.form}`;
    const saved = context.state.savedAnswer(idempotencyKey, context);
    if (!saved || context.now - saved.at > KEYS_KEPT_SECONDS) {
        const answer = execute(request, context);
        if (isKept(answer.status)) {
            context.state.saveAnswer(idempotencyKey, context, { at: context.now, request: asked, ...answer });
        }
        return answer;
    }
    if (saved.request !== asked) {
        return errorAnswer(reusedKey(saved.request, request, idempotencyKey), context);
    }
    return { status: saved.status, body: saved.body, isReplayed: true };
}

/** Stripe keeps the answers of what it began to do, and not of requests that it refused before that. */
function isKept(status: number): boolean {
    return status < 300 || status === 402;
}

function execute({ method, path, form }: StripeRequest, context: RequestContext): StripeAnswer {
    try {
        const parameters = parseForm(form);
        const reader = new ParameterReader(parameters);
        const body = answerRoute(method, path, reader, context);
        return { status: 200, body: expand(body, reader.list('expand'), context) };
    } catch (error) {
        if (error instanceof StandInError) {
            return errorAnswer(error, context);
        }
        throw error;
    }
}

function reusedKey(saved: string, { method, path }: StripeRequest, key: string): StandInError {
    const same = saved.startsWith(`${method} ${path} `);
    const what = same
        ? 'with the same parameters they were first used with'
        : 'for the same endpoint they were first used for';
    const message = `Keys for idempotent requests can only be used ${what}. Try using a key other than '${key}' if you meant to execute a different request.`;
    return new StandInError(400, { type: 'idempotency_error', message });
}

/** The body of an error: what went wrong, where Stripe explains it, and the address of its log. */
export function errorAnswer({ status, fields }: StandInError, context: RequestContext): StripeAnswer {
    const explained = fields.code === undefined ? {} : { doc_url: docUrl(fields.code) };
    const error = { ...structuredClone(fields), ...explained, request_log_url: requestLogUrl(context) };
    return { status, body: { error } };
}
