import fs from 'node:fs';
import type { Stripe } from 'stripe';
import { Ids } from './ids.ts';

/** Everything that the stand-in stores. */
export type StripeObject =
    | Stripe.BalanceTransaction
    | Stripe.Charge
    | Stripe.Customer
    | Stripe.DeletedCustomer
    | Stripe.PaymentIntent
    | Stripe.PaymentMethod
    | Stripe.Refund;

export type ObjectName = StripeObject['object'];
export type ObjectOf<Name extends ObjectName> = Extract<StripeObject, { object: Name }>;

/** Where an object lives: two accounts, and the two modes of one, know nothing of each other. */
export interface Scope {
    account: string;
    livemode: boolean;
}

/** The first answer to an idempotency key, and what was asked. */
export interface SavedAnswer {
    /** Seconds since 1970. */
    at: number;
    request: string;
    status: number;
    body: object;
}

interface Stored {
    object: StripeObject;
    scope: Scope;
}

/** A line of the state file. The last one about an object or a key counts. */
type Line =
    | { kind: 'object'; object: StripeObject; scope: Scope; ids: number }
    | { kind: 'answer'; key: string; answer: SavedAnswer };

/** The objects of the stand-in: in memory, and in a file if one is given, which each change is appended to. */
export class StandInState {
    readonly ids: Ids;
    private readonly home: Scope;
    private readonly file: string | undefined;
    private readonly objects = new Map<string, Stored>();
    private readonly names = new Map<ObjectName, string[]>();
    private readonly answers = new Map<string, SavedAnswer>();

    /**
     * @param home where `put` puts an object that is given without a scope
     * @param file a file that an earlier stand-in wrote, or a new one
     */
    constructor(home: Scope, seed: string, file?: string) {
        this.home = home;
        this.file = file;
        this.ids = new Ids(seed, file ? this.readFile(file) : 0);
    }

    /** Stores an object, or what it has become. For tests too: nothing is checked. */
    put(object: StripeObject, scope: Partial<Scope> = {}): void {
        const stored = { object, scope: { ...this.home, ...this.objects.get(object.id)?.scope, ...scope } };
        this.remember(stored);
        this.append({ kind: 'object', ...stored, ids: this.ids.used });
    }

    /** The object with this id, if it is of this type and in this account and mode. */
    find<Name extends ObjectName>(name: Name, id: string, scope: Scope = this.home): ObjectOf<Name> | undefined {
        const stored = this.objects.get(id);
        return stored && isIn(stored, scope) && isA(stored.object, name) ? stored.object : undefined;
    }

    /** The object with this id in this account and mode, of any type. */
    findAny(id: string, scope: Scope): StripeObject | undefined {
        const stored = this.objects.get(id);
        return stored && isIn(stored, scope) ? stored.object : undefined;
    }

    /** Whether the account has the object in its other mode. */
    isInOtherMode(id: string, { account, livemode }: Scope): boolean {
        const stored = this.objects.get(id);
        return stored !== undefined && isIn(stored, { account, livemode: !livemode });
    }

    /** All objects of a type, the newest first. */
    list<Name extends ObjectName>(name: Name, scope: Scope = this.home): ObjectOf<Name>[] {
        const ids = this.names.get(name) ?? [];
        return ids
            .map((id) => this.find(name, id, scope))
            .filter((object) => object !== undefined)
            .reverse();
    }

    /** Takes an object out altogether, as if it had never been. For tests. */
    remove(id: string): void {
        this.objects.delete(id);
    }

    savedAnswer(key: string, scope: Scope): SavedAnswer | undefined {
        return this.answers.get(`${scope.account} ${scope.livemode} ${key}`);
    }

    saveAnswer(key: string, scope: Scope, answer: SavedAnswer): void {
        const scopedKey = `${scope.account} ${scope.livemode} ${key}`;
        this.answers.set(scopedKey, answer);
        this.append({ kind: 'answer', key: scopedKey, answer });
    }

    private remember(stored: Stored): void {
        const { id, object: name } = stored.object;
        if (!this.objects.has(id)) {
            const ids = this.names.get(name);
            if (ids) {
                ids.push(id);
            } else {
                this.names.set(name, [id]);
            }
        }
        this.objects.set(id, stored);
    }

    private append(line: Line): void {
        if (this.file) {
            fs.appendFileSync(this.file, `${JSON.stringify(line)}\n`);
        }
    }

    /** @returns how many ids were used. A line that was cut off by a kill is the last one and was never answered. */
    private readFile(file: string): number {
        const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
        const whole = text.slice(0, text.lastIndexOf('\n') + 1);
        if (whole !== text) {
            fs.writeFileSync(file, whole);
        }
        let ids = 0;
        for (const text of whole.split('\n').filter((line) => line !== '')) {
            // This class alone writes the file.
            const line = JSON.parse(text) as Line;
            if (line.kind === 'answer') {
                this.answers.set(line.key, line.answer);
            } else {
                this.remember(line);
                ids = Math.max(ids, line.ids);
            }
        }
        return ids;
    }
}

function isIn(stored: Stored, { account, livemode }: Scope): boolean {
    return stored.scope.account === account && stored.scope.livemode === livemode;
}

function isA<Name extends ObjectName>(object: StripeObject, name: Name): object is ObjectOf<Name> {
    return object.object === name;
}
