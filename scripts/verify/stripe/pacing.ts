/** Time, as the pacing of requests needs it; tests pass one that does not wait. All in milliseconds. */
export interface Clock {
    now(): number;
    wait(milliseconds: number): Promise<void>;
    /** From 0 up to 1. */
    random(): number;
}

export const SYSTEM_CLOCK: Clock = {
    now: () => performance.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random
};

/**
 * Lets requests through at a rate, for all workers together: a bucket of tokens that fills steadily. A pause holds
 * everybody up, because Stripe counts the requests of the whole account.
 */
export class Pacing {
    private readonly clock: Clock;
    private readonly gap: number;
    private next: number;

    /** @param rate requests a second */
    constructor(rate: number, clock: Clock) {
        this.clock = clock;
        this.gap = 1000 / rate;
        this.next = clock.now();
    }

    /** Waits until the caller may send one request. */
    async turn(): Promise<void> {
        for (;;) {
            const now = this.clock.now();
            if (this.next <= now) {
                // At most a tenth of a second's requests are made up for: no burst after a pause.
                this.next = Math.max(this.next, now - 100) + this.gap;
                return;
            }
            await this.clock.wait(this.next - now);
        }
    }

    /** Nobody sends anything for so long. */
    pause(milliseconds: number): void {
        this.next = Math.max(this.next, this.clock.now() + milliseconds);
    }
}
