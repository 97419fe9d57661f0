/** Tells on standard error how far a run is: a bar on a terminal, a line for each order elsewhere. */
export class Progress {
    private total: number;
    private readonly stream: NodeJS.WriteStream;
    private done = 0;

    constructor(total: number, stream: NodeJS.WriteStream = process.stderr) {
        this.total = total;
        this.stream = stream;
    }

    /** There is as much to do as this: known only now. */
    begin(total: number): void {
        this.total = total;
        this.done = 0;
    }

    step(what: string): void {
        this.done += 1;
        if (!this.stream.isTTY) {
            this.stream.write(`${this.done}/${this.total} ${what}\n`);
            return;
        }
        const filled = Math.round((this.done / Math.max(this.total, 1)) * WIDTH);
        const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
        const text = `[${bar}] ${this.done}/${this.total} ${what}`.slice(0, (this.stream.columns || 80) - 1);
        this.stream.write(`\r\u001B[K${text}`);
    }

    /** Leaves the line of the bar. */
    end(): void {
        if (this.stream.isTTY && this.done > 0) {
            this.stream.write('\n');
            this.done = 0;
        }
    }
}

const WIDTH = 24;
