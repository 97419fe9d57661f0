import type { Clock } from './pacing.ts';
import { Pacing } from './pacing.ts';
import { StripeProblem } from './stripeObjects.ts';

/** How often a question is asked before the run stops. */
const MOST_ATTEMPTS = 8;

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;
const WORTH_TELLING = 1500;

/** Asks Stripe at a rate, and again where an answer may come later. */
export class Asking {
    private readonly pacing: Pacing;
    private readonly clock: Clock;
    private readonly tell: (problem: string) => void;
    /** Until when a pause has been told of: the others that fail meanwhile say the same. */
    private toldUntil = -Infinity;

    /**
     * @param rate requests a second
     * @param tell told of pauses that somebody who watches would wonder about
     */
    constructor(rate: number, clock: Clock, tell: (problem: string) => void = () => {}) {
        this.pacing = new Pacing(rate, clock);
        this.clock = clock;
        this.tell = tell;
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
                this.pause(error, error.retryAfter ?? this.delayAfter(attempt));
            }
        }
    }

    private pause(problem: StripeProblem, milliseconds: number): void {
        this.pacing.pause(milliseconds);
        const now = this.clock.now();
        if (milliseconds >= WORTH_TELLING && now >= this.toldUntil) {
            this.toldUntil = now + milliseconds;
            this.tell(`${problem.message} Trying again in ${Math.ceil(milliseconds / 1000)} s.`);
        }
    }

    /** Twice as long each time, and anywhere in the upper half of that, so that several runs do not come at once. */
    private delayAfter(attempt: number): number {
        const delay = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY);
        return delay * (0.5 + this.clock.random() / 2);
    }
}
