import { UserError } from '../command/userError.ts';

export interface StripeKey {
    key: string;
    mode: 'live' | 'test';
    /** `rk_…`: what it may do was chosen in the Dashboard. */
    isRestricted: boolean;
}

/**
 * Tells what a key is by its beginning.
 * @throws UserError for anything but a secret or a restricted key; the message does not repeat it
 */
export function readStripeKey(text: string): StripeKey {
    const match = /^(sk|rk)_(test|live)_[A-Za-z0-9_]{8,}$/.exec(text);
    if (!match) {
        const hint = text.startsWith('pk_') ? ' It holds a publishable key, which is for browsers.' : '';
        throw new UserError(`STRIPE_SECRET_KEY holds no secret key: those begin with sk_test_ or rk_test_.${hint}`);
    }
    return { key: text, mode: match[2] === 'live' ? 'live' : 'test', isRestricted: match[1] === 'rk' };
}
