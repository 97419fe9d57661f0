import type { RequestContext } from './context.ts';
import type { ParameterReader } from './parameterReader.ts';
import { describeAccount } from './resources/account.ts';
import { createCustomer, deleteCustomer } from './resources/customers.ts';
import { listObjects } from './resources/lists.ts';
import {
    cancelPaymentIntent,
    capturePaymentIntent,
    confirmPaymentIntent,
    createPaymentIntent
} from './resources/paymentIntents.ts';
import { refundPayment } from './resources/refunds.ts';
import { noSuchObject, StandInError } from './standInError.ts';
import type { ObjectName, ObjectOf } from './state.ts';

/** Answers a request. `id` is the part of the path that stands for `{id}`, or empty. */
type Answer = (reader: ParameterReader, context: RequestContext, id: string) => object;

/** Everything that the stand-in answers. Whatever is missing here gets Stripe's "Unrecognized request URL". */
const ROUTES: Readonly<Record<string, Answer>> = {
    'GET /v1/account': (reader, context) => finished(reader, describeAccount(context)),

    'POST /v1/customers': createCustomer,
    'GET /v1/customers': list('customer', '/v1/customers', ['email']),
    'GET /v1/customers/{id}': retrieve('customer'),
    'DELETE /v1/customers/{id}': (reader, context, id) => {
        const customer = find('customer', id, context);
        if (customer.deleted) {
            throw noSuchObject('customer', id, 'id');
        }
        return finished(reader, deleteCustomer(customer, context));
    },

    'POST /v1/payment_intents': createPaymentIntent,
    'GET /v1/payment_intents': list('payment_intent', '/v1/payment_intents', ['customer']),
    'GET /v1/payment_intents/{id}': retrieve('payment_intent', 'intent'),
    'POST /v1/payment_intents/{id}/confirm': (reader, context, id) =>
        confirmPaymentIntent(find('payment_intent', id, context, 'intent'), reader, context),
    'POST /v1/payment_intents/{id}/capture': (reader, context, id) =>
        capturePaymentIntent(find('payment_intent', id, context, 'intent'), reader, context),
    'POST /v1/payment_intents/{id}/cancel': (reader, context, id) =>
        cancelPaymentIntent(find('payment_intent', id, context, 'intent'), reader, context),

    'GET /v1/charges': list('charge', '/v1/charges', ['customer', 'payment_intent']),
    'GET /v1/charges/{id}': retrieve('charge'),

    'POST /v1/refunds': refundPayment,
    'GET /v1/refunds': list('refund', '/v1/refunds', ['charge', 'payment_intent']),
    'GET /v1/refunds/{id}': retrieve('refund'),

    'GET /v1/balance_transactions': list('balance_transaction', '/v1/balance_transactions', ['source', 'type']),
    'GET /v1/balance_transactions/{id}': retrieve('balance_transaction'),

    'GET /v1/payment_methods/{id}': retrieve('payment_method', 'payment_method')
};

/**
 * Finds who answers a request, and answers it.
 * @throws StandInError 404 for an address or a method that there is not
 */
export function answerRoute(method: string, path: string, reader: ParameterReader, context: RequestContext): object {
    const { route, id } = routeOf(method, path);
    const answer = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined;
    if (!answer) {
        const message =
            `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs ` +
            'or we can help at https://support.stripe.com/.';
        throw new StandInError(404, { type: 'invalid_request_error', message });
    }
    return answer(reader, context, id);
}

/** The third part of a path is an id: `/v1/payment_intents/pi_1/capture`. */
function routeOf(method: string, path: string): { route: string; id: string } {
    const [empty, version, collection, id, ...rest] = path.split('/');
    const named = id === undefined ? [] : ['{id}', ...rest];
    return { route: `${method} ${[empty, version, collection, ...named].join('/')}`, id: decodeURIComponent(id ?? '') };
}

function list(name: ObjectName, url: string, filters: string[]): Answer {
    return (reader, context) => listObjects(name, { url, filters }, reader, context);
}

function retrieve(name: ObjectName, param = 'id'): Answer {
    return (reader, context, id) => finished(reader, find(name, id, context, param));
}

function find<Name extends ObjectName>(name: Name, id: string, context: RequestContext, param = 'id'): ObjectOf<Name> {
    const found = context.state.find(name, id, context);
    if (found) {
        return found;
    }
    const otherMode = context.state.isInOtherMode(id, context) ? (context.livemode ? 'test' : 'live') : undefined;
    throw noSuchObject(name, id, param, otherMode);
}

/** No parameters but `expand`. */
function finished<Body extends object>(reader: ParameterReader, body: Body): Body {
    reader.finish();
    return body;
}
