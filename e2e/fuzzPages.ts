import fc from 'fast-check';
import type { Page } from '@playwright/test';
import type { RunningLocalOrg } from '../scripts/local-org/server/startLocalOrg.ts';
import {
    addHostileSummary,
    isBody,
    textFields,
    type ChooseText,
    type HostileRecord,
    type HostileSummary
} from './hostileOrg.ts';
import { problemsOn, watchPage } from './hostilePage.ts';
import { HOSTILE_BODIES, HOSTILE_TEXTS } from './hostileTexts.ts';

interface FuzzOptions {
    page: Page;
    /** Its answers have the real characters: see `answerWithRealCharacters`. */
    localOrg: RunningLocalOrg;
    /** The same seed makes the same records. */
    seed: number;
    /** How many pages to look at, or `until` when to stop, in milliseconds since 1970. */
    pages?: number;
    until?: number;
    /** Told after each page. */
    report?: (pages: number) => void;
}

/** A page that did not withstand its records, and the fewest texts that were found to do so. */
export interface FuzzFailure {
    /** The number of the page, from 1. */
    page: number;
    seed: number;
    problems: string[];
    texts: PlantedText[];
}

interface PlantedText extends HostileRecord {
    field: string;
    text: string;
}

/** Records of each kind on a page. */
const RECORDS = 6;

/** Values that decide how a record is read: random texts alone would hardly reach the code behind them. */
const USUAL_TEXTS = [
    'Processed',
    'Failed',
    'Canceled',
    'Success',
    'Decline',
    'Capture',
    'Authorization',
    'Sale',
    'Yes',
    'External',
    'STRIPE_TEST',
    'STRIPE_LIVE',
    'acct_1QzKmRLk8WnTe5Vb',
    'pi_3MtwBwLkdIwHu7ix28a3tqPa',
    'ch_3MmlLrLkdIwHu7ix0snN0B15',
    're_3MmlLrLkdIwHu7ix0mRMLSuw',
    'txn_1MiN3gLkdIwHu7ixxapQrznl',
    'insufficient_funds'
];

const anyCharacter = fc.string({ unit: 'binary', maxLength: 300 });

const anyText: fc.Arbitrary<string> = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...USUAL_TEXTS) },
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
    { weight: 1, arbitrary: anyCharacter },
    {
        weight: 2,
        arbitrary: fc
            .tuple(
                fc.constantFrom(...HOSTILE_TEXTS),
                fc.constantFrom(...USUAL_TEXTS),
                fc.constantFrom(...HOSTILE_TEXTS)
            )
            .map((parts) => parts.join(''))
    }
);

const anyBody: fc.Arbitrary<string> = fc.oneof(
    fc.constantFrom(...HOSTILE_BODIES),
    fc.json({ maxDepth: 6, stringUnit: 'binary' }),
    fc
        .dictionary(anyText, fc.oneof(anyText, fc.double(), fc.array(anyText), fc.json()))
        .map((value) => JSON.stringify({ object: 'payment_intent', ...value })),
    anyText
);

/**
 * Looks at pages whose records hold random hostile texts, until one does not withstand them.
 * @returns undefined where all did.
 */
export async function fuzzPages(options: FuzzOptions): Promise<FuzzFailure | undefined> {
    const { page, localOrg, seed, pages = Infinity, until = Infinity, report = () => {} } = options;
    const watched = watchPage(page, localOrg.url);
    for (let number = 1; number <= pages && Date.now() < until; number++) {
        const summary = addHostileSummary(localOrg.org, RECORDS, chooser(seed + number));
        const problems = await problemsOf(page, localOrg, summary, watched);
        if (problems.length > 0) {
            const texts = await fewestTexts(page, localOrg, summary, watched);
            return { page: number, seed, problems, texts };
        }
        summary.records.toReversed().forEach(({ objectName, id }) => localOrg.org.delete(objectName, id));
        report(number);
    }
    return undefined;
}

/** What a failure tells, in a few lines. */
export function describeFailure({ page, seed, problems, texts }: FuzzFailure): string {
    const shown = texts.map(
        ({ objectName, field, text }) => `  ${objectName}.${field}: ${JSON.stringify(text.slice(0, 300))}`
    );
    return [
        `Page ${page} of seed ${seed} failed:`,
        ...problems.map((problem) => `  ${problem}`),
        'with',
        ...shown
    ].join('\n');
}

/** A null byte is not kept by the database; it stands among the hostile texts in its own way. */
function chooser(seed: number): ChooseText {
    let drawn = 0;
    return ({ field }) => {
        drawn += 1;
        const [text = ''] = fc.sample(isBody(field) ? anyBody : anyText, { seed: seed * 10_000 + drawn, numRuns: 1 });
        return text.replaceAll('\u0000', '\uE000');
    };
}

/** Opens the page of the summary, a log and the set-up page, and uses them. */
async function problemsOf(
    page: Page,
    { url }: RunningLocalOrg,
    { summaryId }: HostileSummary,
    watched: string[]
): Promise<string[]> {
    watched.length = 0;
    const found: string[] = [];
    try {
        await page.goto(`${url}/lightning/r/OrderPaymentSummary/${summaryId}/view`);
        await page.locator('c-timeline-view').waitFor();
        found.push(...(await problemsOn(page)));
        for (let log = 0; log < RECORDS; log += 2) {
            await page.locator('c-record-table button.read-log').nth(log).click();
            const dialog = page.getByRole('dialog');
            await dialog.locator('c-message-view').first().waitFor();
            await dialog.locator('lightning-spinner').waitFor({ state: 'detached' });
            found.push(...(await problemsOn(page)));
            await page.keyboard.press('Escape');
            await dialog.waitFor({ state: 'detached' });
        }
        await page.goto(`${url}/lightning/n/Stripe_Payments_Setup`);
        await page.locator('c-setup-gateway-table tbody tr').nth(RECORDS).waitFor();
        found.push(...(await problemsOn(page)));
    } catch (error) {
        found.push(`The page did not answer: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
    return [...watched, ...found];
}

/** Empties fields, half of them at a time, as long as the page still fails. */
async function fewestTexts(
    page: Page,
    localOrg: RunningLocalOrg,
    summary: HostileSummary,
    watched: string[]
): Promise<PlantedText[]> {
    let texts = summary.records.flatMap((record) => textsOf(localOrg, record));
    for (let size = Math.ceil(texts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let start = 0; start < texts.length; start += size) {
            const without = texts.slice(start, start + size);
            without.forEach((text) => write(localOrg, text, null));
            if ((await problemsOf(page, localOrg, summary, watched)).length > 0) {
                texts = texts.filter((text) => !without.includes(text));
                start -= size;
            } else {
                without.forEach((text) => write(localOrg, text, text.text));
            }
        }
    }
    return texts;
}

function textsOf({ org }: RunningLocalOrg, { objectName, id }: HostileRecord): PlantedText[] {
    const record = org.getRecord(objectName, id);
    return textFields(org, objectName).flatMap(({ name }) => {
        const text = record?.[name];
        return typeof text === 'string' ? [{ objectName, id, field: name, text }] : [];
    });
}

function write({ org }: RunningLocalOrg, { objectName, id, field }: PlantedText, text: string | null): void {
    org.update(objectName, id, { [field]: text });
}
