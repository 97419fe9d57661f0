import type { Scope, StandInState } from './state.ts';

/** What the answer to one request depends on, besides its parameters. */
export interface RequestContext extends Scope {
    state: StandInState;
    /** Seconds since 1970, as Stripe counts. */
    now: number;
    /** The id of the request, `req_…`: its log address names it. */
    requestId: string;
}

/** The address of a request's log: account, then mode, then the request. */
export function requestLogUrl({ account, livemode, requestId }: RequestContext): string {
    return `https://dashboard.stripe.com/${account}${livemode ? '' : '/test'}/workbench/logs?object=${requestId}`;
}
