import type { PaymentAuthorization, PaymentRecords } from 'c/paymentRecord';
import type { AuthorizationBalance } from 'c/paymentTotals';
import { authorizationBalance } from 'c/paymentTotals';

/** When an authorization can no longer be captured, seen from now. */
export interface AuthorizationExpiry {
    /** ISO 8601 in UTC. */
    at: string;
    /** Milliseconds from now until then; zero or less once it has passed. */
    millisecondsLeft: number;
    hasPassed: boolean;
    /** What is left to be captured; undefined where that is not known. */
    balance?: AuthorizationBalance;
}

/**
 * The expiry of an authorization: "Authorizations can’t be captured after their expiration dates" (Object Reference
 * v67). Only a processed one holds anything, and one that is used up has nothing to lose.
 * @param now milliseconds since the epoch
 * @returns undefined where it has no expiration date that can be read, or nothing is left
 */
export function authorizationExpiry(
    authorization: PaymentAuthorization,
    records: PaymentRecords,
    now: number
): AuthorizationExpiry | undefined {
    const time = Date.parse(authorization.ExpirationDate ?? '');
    if (authorization.Status !== 'Processed' || Number.isNaN(time)) {
        return undefined;
    }
    const balance = authorizationBalance(authorization, records);
    if (balance !== undefined && balance.amount <= 0) {
        return undefined;
    }
    return { at: new Date(time).toISOString(), millisecondsLeft: time - now, hasPassed: time <= now, balance };
}
