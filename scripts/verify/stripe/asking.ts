import type { Clock } from './pacing.ts';
import { Pacing } from './pacing.ts';
import { StripeProblem } from './stripeObjects.ts';

/** How often a question is asked before the run stops. */
const MOST_ATTEMPTS = 8;

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

/** Asks Stripe at a rate, and again where an answer may come later. */
export class Asking {
    private readonly pacing: Pacing;
    private readonly clock: Clock;

    /** @param rate requests a second */
    constructor(rate: number, clock: Clock) {
        this.pacing = new Pacing(rate, clock);
        this.clock = clock;
    }

    /**
     * @throws StripeProblem where no other attempt helps, or none helped
     */
    async ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
        for (let attempt = 1; ; attempt += 1) {
            await this.pacing.turn();
            try {
                return await question();
            } catch (error) {
                if (!(error instanceof StripeProblem) || !error.isTemporary || attempt === MOST_ATTEMPTS) {
                    throw error;
                }
                this.pacing.pause(error.retryAfter ?? this.delayAfter(attempt));
            }
        }
    }

    /** Twice as long each time, and anywhere in the upper half of that, so that several runs do not come at once. */
    private delayAfter(attempt: number): number {
        const delay = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY);
        return delay * (0.5 + this.clock.random() / 2);
    }
}
