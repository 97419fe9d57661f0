import type { StripeMode } from 'c/gatewayReference';
import { isAccountId } from 'c/stripeContext';
import { BadLine } from './badLine.ts';
import { isObject } from '../command/isObject.ts';
import { readRelated } from './related.ts';

/** What is asked about one reference. */
export interface ResolveRequest {
    reference?: string;
    account?: string;
    mode?: StripeMode;
    orderNumber?: string;
    /** The references of the records that this one came from, nearest first. */
    related: readonly string[];
}

/**
 * Checks a request that was read from JSON or CSV. A key that is null is as good as left out; unknown keys are passed
 * over, so that lines of an export can be used as they are.
 *
 * @throws BadLine where the value is not an object, or a known key holds something of the wrong type
 */
export function readRequest(value: unknown): ResolveRequest {
    if (!isObject(value)) {
        throw new BadLine('is not a JSON object', 'Write one object on each line, such as {"reference":"pi_…"}.');
    }
    return {
        reference: readText(value, 'reference'),
        account: readAccount(value),
        mode: readMode(value),
        orderNumber: readText(value, 'orderNumber'),
        related: readRelated(value.related)
    };
}

function readText(fields: Readonly<Record<string, unknown>>, key: string): string | undefined {
    const value = fields[key] ?? undefined;
    if (value !== undefined && typeof value !== 'string') {
        throw new BadLine(`has a "${key}" that is not a text`, 'Put it in quotes, or leave it out.');
    }
    return value;
}

function readAccount(fields: Readonly<Record<string, unknown>>): string | undefined {
    const account = readText(fields, 'account');
    if (account !== undefined && !isAccountId(account)) {
        throw new BadLine('has an "account" that is not a Stripe account id', 'Write acct_…, or leave it out.');
    }
    return account;
}

function readMode(fields: Readonly<Record<string, unknown>>): StripeMode | undefined {
    const mode = readText(fields, 'mode');
    if (mode === undefined || mode === 'live' || mode === 'test') {
        return mode;
    }
    throw new BadLine('has a "mode" that is neither "live" nor "test"', 'Write one of these, or leave it out.');
}
