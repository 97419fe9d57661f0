/** What goes wrong with a request, on demand. */
export interface Fault {
    /** 429, or 500 and above. Nothing is done then. */
    status?: number;
    /** The connection is cut: before anything is done, or after it was done and before the answer. */
    cut?: 'after' | 'before';
    /** Seconds, for the header Retry-After. */
    retryAfter?: number;
    /** How many requests; 1 if left out. */
    count?: number;
    /** Only for requests whose path begins so, such as `/v1/refunds`. */
    path?: string;
}

/** What goes wrong all the time. */
export interface SteadyFaults {
    /** More requests than that within a second get 429, as at Stripe (25 for each endpoint of a sandbox). */
    rateLimit?: number;
    /** Every so many requests get 500. */
    failEvery?: number;
}

/** Faults wait here for the requests that they are meant for, first come first served; then come the steady ones. */
export class Faults {
    private waiting: { fault: Fault; left: number }[] = [];
    private readonly steady: SteadyFaults;
    private readonly now: () => number;
    private count = 0;
    /** When the requests of the last second were let through, in milliseconds. */
    private recent: number[] = [];

    /** @param now in milliseconds */
    constructor(steady: SteadyFaults, now: () => number) {
        this.steady = steady;
        this.now = now;
    }

    /** Plans a fault for the next requests. */
    next(fault: Fault): void {
        this.waiting.push({ fault, left: fault.count ?? 1 });
    }

    clear(): void {
        this.waiting = [];
    }

    /** The fault of this request, if there is one. */
    take(path: string): Fault | undefined {
        const found = this.waiting.find(({ fault }) => path.startsWith(fault.path ?? ''));
        if (found) {
            found.left -= 1;
            this.waiting = this.waiting.filter(({ left }) => left > 0);
        }
        return found?.fault ?? this.steadyFault();
    }

    private steadyFault(): Fault | undefined {
        const { failEvery, rateLimit } = this.steady;
        this.count += 1;
        const now = this.now();
        this.recent = this.recent.filter((time) => now - time < 1000);
        if (rateLimit !== undefined && this.recent.length >= rateLimit) {
            return { status: 429 };
        }
        this.recent.push(now);
        return failEvery !== undefined && this.count % failEvery === 0 ? { status: 500 } : undefined;
    }
}
