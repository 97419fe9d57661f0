import fs from 'node:fs';
import path from 'node:path';

/** A finished order. Ids only: no key, no token, no body. */
export interface JournalEntry {
    order: string;
    /** The Stripe account and the org that it was made in. */
    stripeAccount: string;
    orgId: string;
    customer: string;
    paymentIntent: string;
}

/**
 * Which orders of a run are finished, so that a repeated run passes over them. It saves time alone: without it, and after
 * a stop at any point, everything is found again in Stripe and in the org.
 */
export class Journal {
    private readonly file: string;
    private readonly entries: JournalEntry[];

    /** @param folder is made if it is not there */
    constructor(folder: string, name: string) {
        fs.mkdirSync(folder, { recursive: true });
        this.file = path.join(folder, `${name}.jsonl`);
        this.entries = fs.existsSync(this.file) ? readEntries(fs.readFileSync(this.file, 'utf8')) : [];
    }

    /** The finished orders of this account and org, by marker. */
    finished(stripeAccount: string, orgId: string): Map<string, JournalEntry> {
        const own = this.entries.filter((entry) => entry.stripeAccount === stripeAccount && entry.orgId === orgId);
        return new Map(own.map((entry) => [entry.order, entry]));
    }

    add(entry: JournalEntry): void {
        this.entries.push(entry);
        fs.appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    }

    remove(): void {
        this.entries.length = 0;
        fs.rmSync(this.file, { force: true });
    }
}

/** A line that was cut off by a kill is left out: its order is found again. */
function readEntries(text: string): JournalEntry[] {
    return text.split('\n').flatMap((line) => {
        try {
            const entry: unknown = JSON.parse(line);
            return isEntry(entry) ? [entry] : [];
        } catch {
            return [];
        }
    });
}

function isEntry(value: unknown): value is JournalEntry {
    const names = ['order', 'stripeAccount', 'orgId', 'customer', 'paymentIntent'];
    return (
        typeof value === 'object' &&
        value !== null &&
        names.every((name) => typeof Reflect.get(value, name) === 'string')
    );
}
