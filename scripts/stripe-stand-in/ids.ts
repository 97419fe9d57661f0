import { createHash } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How long the part behind the prefix is: 24 characters, but these are shorter. */
const SHORT_BODY: Readonly<Record<string, number>> = { cus: 14, req: 14 };

/** Where the account's own characters stand in a body of 24, as in the ids that Stripe makes. */
const FAMILY_LENGTH = 6;

/**
 * Ids in the shape of Stripe's, the same in every run for the same seed.
 * Objects of one payment begin alike, as Stripe's do: `pi_3X…`, `ch_3X…`, `txn_3X…`.
 */
export class Ids {
    private count: number;
    private readonly seed: string;

    /** @param count how many ids there are already, so that a state that was read from a file goes on from there */
    constructor(seed: string, count = 0) {
        this.seed = seed;
        this.count = count;
    }

    /** A new id. `family` is the id of another object of the same payment. */
    next(prefix: string, account: string, family?: string): string {
        const short = SHORT_BODY[prefix];
        if (short) {
            return `${prefix}_${this.letters(short)}`;
        }
        const familyBody = family?.slice(family.indexOf('_') + 1);
        const begin = familyBody?.startsWith('3') ? familyBody.slice(0, FAMILY_LENGTH) : this.begin(prefix);
        return `${prefix}_${begin}${account.slice(-10)}${this.letters(24 - begin.length - 10)}`;
    }

    /** As many letters and digits as asked for, other ones each time. */
    letters(length: number): string {
        this.count += 1;
        const bytes = createHash('sha512').update(`${this.seed} ${this.count}`).digest();
        return [...bytes.subarray(0, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
    }

    get used(): number {
        return this.count;
    }

    private begin(prefix: string): string {
        const isOfPayment = ['pi', 'ch', 're', 'txn'].includes(prefix);
        return `${isOfPayment ? '3' : '1'}${this.letters(FAMILY_LENGTH - 1)}`;
    }
}
