import path from 'node:path';
import { UserError } from '../command/userError.ts';
import { Checkpoint } from './checkpoint/checkpoint.ts';
import type { Finding } from './judge/findings.ts';
import type { ReportRow } from './judge/reportRow.ts';
import type { OrgRecords } from './org/orgRecords.ts';
import { askStripe } from './phases/askStripe.ts';
import { collectQuestions } from './phases/collectQuestions.ts';
import { judgeAll } from './phases/judgeAll.ts';
import { listPayments } from './phases/listPayments.ts';
import { readOrg } from './phases/readOrg.ts';
import type { Progress } from './progress.ts';
import type { Report } from './report/report.ts';
import { Asking } from './stripe/asking.ts';
import type { Clock } from './stripe/pacing.ts';
import { SYSTEM_CLOCK } from './stripe/pacing.ts';
import type { StripeObjects } from './stripe/stripeObjects.ts';
import type { FieldChange } from './write/fieldChanges.ts';

export interface VerifyOptions {
    /** Where the run keeps what it learned; a file named by org and mode in `.verify` if left out. */
    checkpoint?: string;
    /** Makes the report from a finished checkpoint. Org and account are asked only which they are. */
    reuse: boolean;
    /** The first day of Stripe's list, as 2026-01-31. */
    since?: string;
    /** Requests to Stripe at the same time. */
    concurrency: number;
    /** Requests to Stripe a second. */
    rate?: number;
    /** Whether the report tells what --write would write. */
    withChanges: boolean;
    clock?: Clock;
}

/**
 * Requests a second. Stripe takes 25 a second of each endpoint, in live mode too, where all endpoints together may have
 * 100 (docs.stripe.com/rate-limits); most references are of one endpoint. The rest is left to the shop.
 */
export const USUAL_RATE = 20;

const FOLDER = '.verify';

/** A verified org: its report is read from the checkpoint, so that it has to be closed in the end. */
export interface Verified {
    report: Report;
    /** Says that the report is made: the next run starts anew. */
    finish(): void;
    close(): void;
}

/**
 * Reads the references of the org, asks Stripe, and judges. Goes on with a checkpoint of a run that was stopped.
 *
 * @throws UserError for what the user can put right, StripeProblem where Stripe does not answer; the checkpoint stays
 */
export async function verify(
    org: OrgRecords,
    stripe: StripeObjects,
    progress: Progress,
    options: VerifyOptions
): Promise<Verified> {
    const { since, concurrency, clock = SYSTEM_CLOCK } = options;
    const { mode } = stripe;
    const asking = new Asking(options.rate ?? USUAL_RATE, clock, (problem) => progress.tell(problem));
    const { id, isSandbox } = await org.organization();
    const account = await asking.ask(() => stripe.account());
    const file = options.checkpoint ?? path.join(FOLDER, `${id}-${mode}.sqlite`);
    const checkpoint = Checkpoint.open(file, { org: id, account, mode, since });
    try {
        const began = begin(checkpoint, { file, reuse: options.reuse, isSandbox, progress });
        if (!options.reuse) {
            await readOrg(org, checkpoint, progress);
            await collectQuestions(checkpoint);
            await askStripe(stripe, asking, checkpoint, progress, concurrency);
            await listPayments(stripe, asking, checkpoint, progress, since);
        }
        progress.end();
        const totals = await judgeAll(checkpoint, { account, mode, since });
        const report: Report = {
            org: id,
            orgUrl: org.url,
            began: began * 1000,
            account: account ?? null,
            mode,
            totals,
            findings: () => checkpoint.results<Finding>('finding'),
            rows: () => checkpoint.results<ReportRow>('row'),
            changes: () => (options.withChanges ? checkpoint.results<FieldChange>('change') : [])
        };
        return {
            report,
            finish: () => checkpoint.setState('finished', 'yes'),
            close: () => checkpoint.close()
        };
    } catch (error) {
        progress.end();
        checkpoint.close();
        throw error;
    }
}

interface Beginning {
    file: string;
    reuse: boolean;
    isSandbox: boolean | undefined;
    progress: Progress;
}

/**
 * A finished run is history: the next one asks anew, unless it is told to use the answers again.
 * @returns when the run began, in seconds since 1970
 */
function begin(checkpoint: Checkpoint, { file, reuse, isSandbox, progress }: Beginning): number {
    const isFinished = checkpoint.state('finished') !== undefined;
    if (reuse && !isFinished) {
        throw new UserError(`There is no finished run in ${file}. Leave out --reuse.`);
    }
    if (isFinished && !reuse) {
        checkpoint.clear();
    }
    const earlier = checkpoint.state('began');
    if (earlier === undefined) {
        checkpoint.transaction(() => {
            checkpoint.setState('began', String(Math.floor(Date.now() / 1000)));
            checkpoint.setState('sandbox', isSandbox ? 'yes' : 'no');
        });
    } else {
        const began = `the run that began on ${dateText(Number(earlier))}`;
        progress.tell(reuse ? `The report of ${began}.` : `Going on with ${began}. To begin anew, delete ${file}.`);
    }
    return Number(checkpoint.state('began'));
}

function dateText(seconds: number): string {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
