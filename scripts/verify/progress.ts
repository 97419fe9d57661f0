/** What is told about progress while a run goes on. */
export interface Progress {
    /** @param total how much there is to do; undefined where that is not known */
    begin(what: string, total?: number, done?: number): void;
    advance(count: number): void;
    /** There is more to do than was known. */
    extend(total: number): void;
    /** Something that the user should know meanwhile. */
    tell(text: string): void;
    end(): void;
}

export interface ProgressOutput {
    write(text: string): unknown;
    isTTY?: boolean;
}

/** How often a line is rewritten on a terminal, and written elsewhere. */
const TERMINAL_INTERVAL = 200;
const PLAIN_INTERVAL = 10_000;

/** Writes how far the run is, at what rate, and how much time is left. Times in milliseconds. */
export class ProgressLine implements Progress {
    private readonly output: ProgressOutput;
    private readonly now: () => number;
    private what = '';
    private total: number | undefined;
    private done = 0;
    private doneBefore = 0;
    private startedAt = 0;
    private writtenAt = 0;

    constructor(output: ProgressOutput, now: () => number = () => performance.now()) {
        this.output = output;
        this.now = now;
    }

    begin(what: string, total?: number, done = 0): void {
        this.end();
        this.what = what;
        this.total = total;
        this.done = done;
        this.doneBefore = done;
        this.startedAt = this.now();
        this.write();
    }

    advance(count: number): void {
        this.done += count;
        if (this.now() - this.writtenAt >= (this.output.isTTY ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
            this.write();
        }
    }

    extend(total: number): void {
        this.total = total;
    }

    tell(text: string): void {
        this.output.write(this.output.isTTY ? `\r\u001B[K${text}\n` : `${text}\n`);
        if (this.output.isTTY && this.what !== '') {
            this.write();
        }
    }

    /** Writes the last figures, so that the end of a step can be seen. */
    end(): void {
        if (this.what !== '') {
            this.write();
            this.output.write(this.output.isTTY ? '\n' : '');
            this.what = '';
        }
    }

    private write(): void {
        this.writtenAt = this.now();
        this.output.write(this.output.isTTY ? `\r\u001B[K${this.line()}` : `${this.line()}\n`);
    }

    private line(): string {
        const seconds = (this.now() - this.startedAt) / 1000;
        const rate = seconds > 0 ? (this.done - this.doneBefore) / seconds : 0;
        if (this.total === undefined) {
            return `${this.what}: ${this.done}`;
        }
        const left = this.total - this.done;
        const timeLeft = rate > 0 && left > 0 ? `, ${duration(left / rate)} left` : '';
        return `${this.what}: ${this.done} of ${this.total}, ${rate.toFixed(1)} a second${timeLeft}`;
    }
}

/** @param seconds not negative */
export function duration(seconds: number): string {
    const whole = Math.ceil(seconds);
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    return [hours > 0 ? `${hours} h` : '', hours + minutes > 0 ? `${minutes} min` : '', `${whole % 60} s`]
        .filter((part) => part !== '')
        .slice(0, 2)
        .join(' ');
}
