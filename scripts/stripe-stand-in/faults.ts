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

/** Faults wait here for the requests that they are meant for, first come first served. */
export class Faults {
    private waiting: { fault: Fault; left: number }[] = [];

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
        return found?.fault;
    }
}
