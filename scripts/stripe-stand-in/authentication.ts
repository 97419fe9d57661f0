import { StandInError } from './standInError.ts';

/** Whose key the stand-in takes. */
export interface KeyRules {
    /** Only this key; any of the mode if left out. */
    secretKey?: string;
    livemode: boolean;
}

/**
 * Lets a request in that bears a secret or restricted key of the right mode.
 * @param header the header Authorization: Bearer, or Basic with the key as user name
 * @throws StandInError 401, with the key masked as Stripe masks it
 */
export function checkKey(header: string | undefined, { secretKey, livemode }: KeyRules): void {
    const key = keyIn(header);
    if (!key) {
        const message =
            'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
            "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
        throw new StandInError(401, { type: 'invalid_request_error', message });
    }
    const isOfMode = new RegExp(`^(sk|rk)_${livemode ? 'live' : 'test'}_\\w{8,}$`).test(key);
    if (!isOfMode || (secretKey !== undefined && key !== secretKey)) {
        const message = `Invalid API Key provided: ${maskKey(key)}`;
        throw new StandInError(401, { type: 'invalid_request_error', message });
    }
}

function keyIn(header = ''): string | undefined {
    const [scheme = '', value = ''] = header.split(' ');
    if (scheme.toLowerCase() === 'basic') {
        return Buffer.from(value, 'base64').toString().split(':')[0];
    }
    return scheme.toLowerCase() === 'bearer' ? value : undefined;
}

/** Begin and last four characters of a key, or nothing of one that is too short for that. */
function maskKey(key: string): string {
    const [prefix = ''] = /^(sk|rk|pk)_(live|test)_/.exec(key) ?? [];
    const secret = key.slice(prefix.length);
    const shown = secret.length >= 12 ? secret.slice(-4) : '';
    return `${prefix}${'*'.repeat(secret.length - shown.length)}${shown}`;
}
