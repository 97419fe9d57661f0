import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import type { Progress } from '../progress.ts';
import type { Asking } from '../stripe/asking.ts';
import type { StripeAnswer, StripeObjects } from '../stripe/stripeObjects.ts';

/** Answers are committed so many at a time: a stop by force loses at most these, which are asked again. */
const COMMITTED_TOGETHER = 50;

/**
 * Asks Stripe for every id that has no answer yet, several at a time. What comes to light, such as the charge of a
 * balance transaction, is asked as well.
 *
 * @throws StripeProblem; the answers so far are kept
 */
export async function askStripe(
    stripe: StripeObjects,
    asking: Asking,
    checkpoint: Checkpoint,
    progress: Progress,
    concurrency: number
): Promise<void> {
    const { all, open } = checkpoint.countQuestions();
    progress.begin('Asking Stripe', all, all - open);
    // A balance transaction's charge is one round further than the transaction itself, and nothing is further.
    while (checkpoint.countQuestions().open > 0) {
        const answers = new AnswerBuffer(checkpoint);
        const ids = openIds(checkpoint);
        let hasFailed = false;
        const work = async () => {
            for (const id of ids) {
                if (hasFailed) {
                    return;
                }
                answers.add(id, await asking.ask(() => stripe.retrieve(id)));
                progress.advance(1);
            }
        };
        const workers = Array.from({ length: concurrency }, () =>
            work().catch((error: unknown) => {
                hasFailed = true;
                throw error;
            })
        );
        const results = await Promise.allSettled(workers);
        answers.commit();
        const failed = results.find((result) => result.status === 'rejected');
        if (failed) {
            throw failed.reason;
        }
        progress.extend(checkpoint.countQuestions().all);
    }
}

/** One iterator for all workers: each id goes to one of them. Reads ahead by pages. */
function* openIds(checkpoint: Checkpoint): Generator<string> {
    for (let ids = checkpoint.openQuestions('', 500); ids.length > 0;) {
        yield* ids;
        ids = checkpoint.openQuestions(ids.at(-1) ?? '', 500);
    }
}

class AnswerBuffer {
    private readonly checkpoint: Checkpoint;
    private answers: [id: string, answer: StripeAnswer][] = [];

    constructor(checkpoint: Checkpoint) {
        this.checkpoint = checkpoint;
    }

    add(id: string, answer: StripeAnswer): void {
        this.answers.push([id, answer]);
        if (this.answers.length >= COMMITTED_TOGETHER) {
            this.commit();
        }
    }

    commit(): void {
        const answers = this.answers;
        this.answers = [];
        this.checkpoint.transaction(() => {
            for (const [id, answer] of answers) {
                this.checkpoint.addAnswer(id, answer, paymentIntentOf(answer));
                const source = sourceOf(answer);
                if (source !== undefined) {
                    this.checkpoint.addQuestion(source);
                }
            }
        });
    }
}

function paymentIntentOf(answer: StripeAnswer): string | undefined {
    if (answer.state !== 'found' || (answer.object.type !== 'payment' && answer.object.type !== 'refund')) {
        return undefined;
    }
    return answer.object.paymentIntent;
}

function sourceOf(answer: StripeAnswer): string | undefined {
    return answer.state === 'found' && answer.object.type === 'balanceTransaction' ? answer.object.source : undefined;
}
