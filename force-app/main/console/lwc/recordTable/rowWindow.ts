import type { Row } from 'c/paymentRows';

/** Rows that are drawn, or not, together: few, so that drawing them while somebody scrolls does not hold up the page. */
const CHUNK_SIZE = 10;

/** Chunks that are kept as one room while none of them is in sight: few elements stand for very many rows. */
const CHUNKS_OF_ROOM = 20;

/** Up to this number of rows all are drawn. */
export const ALL_DRAWN = 50;

/** Chunks that are drawn before it is known which are in sight. */
const FIRST_DRAWN = 2;

/** The height of a row in CSS pixels before any has been measured. */
const USUAL_ROW_HEIGHT = 64;

/** Neighbouring rows of a table: either drawn, or with room kept for them. */
export interface RowRange {
    /** The position of the first row among all, from 0. */
    start: number;
    count: number;
    isDrawn: boolean;
    /** The rows that are drawn; none where only room is kept. */
    rows: readonly Row[];
    /** The room that the rows take while they are not drawn, in CSS pixels: what they took when they were, or a guess. */
    height: number;
}

/**
 * Which rows of a long table are drawn: those in sight, and those that have the focus. The others keep their room.
 * A class, so that the framework does not draw anew whenever something in it changes.
 */
export class RowWindow {
    /** Whether there are so many rows that not all of them are drawn. */
    readonly isPartial: boolean;
    private readonly rows: readonly Row[];
    private readonly chunkCount: number;
    /** Chunks by number. */
    private readonly inSight: Set<number>;
    private readonly heights = new Map<number, number>();
    private readonly texts = new Map<string, string>();
    private focused?: number;
    private guessedHeight?: number;

    /** @param before the window of the rows that stood there before: the page is scrolled to a place among them */
    constructor(rows: readonly Row[], before?: RowWindow) {
        this.rows = rows;
        this.isPartial = rows.length > ALL_DRAWN;
        this.chunkCount = Math.ceil(rows.length / CHUNK_SIZE);
        this.inSight = new Set([...(before?.inSight ?? [])].filter((chunk) => chunk < this.chunkCount));
        this.focused = before?.focused;
        this.guessedHeight = before?.guessedHeight;
    }

    /** In CSS pixels. */
    get rowHeight(): number {
        return this.guessedHeight ?? USUAL_ROW_HEIGHT;
    }

    /** All rows in their order. */
    get ranges(): RowRange[] {
        if (!this.isPartial) {
            return [{ start: 0, count: this.rows.length, isDrawn: true, rows: this.rows, height: 0 }];
        }
        const ranges: RowRange[] = [];
        for (let first = 0; first < this.chunkCount; first += CHUNKS_OF_ROOM) {
            const chunks = this.chunksOfRoom(first);
            const isNear = chunks.some((chunk) => this.isDrawn(chunk));
            ranges.push(...(isNear ? chunks.map((chunk) => this.range([chunk])) : [this.range(chunks)]));
        }
        return ranges;
    }

    /** What a range says, one line a row: for the search of the browser. Made once, because it is long. */
    textOf({ start, count }: RowRange): string {
        const key = `${start} ${count}`;
        const text = this.texts.get(key) ?? this.textOfRows(start, count);
        this.texts.set(key, text);
        return text;
    }

    /**
     * Takes in what has come into sight or left it.
     * @param start of the range
     * @param height of the range on the page, in CSS pixels
     */
    see(start: number, isInSight: boolean, height: number): void {
        const chunk = Math.floor(start / CHUNK_SIZE);
        if (this.isDrawn(chunk)) {
            this.heights.set(chunk, height);
            // Once: the page would jump if the guess changed while somebody scrolls.
            this.guessedHeight ??= height / this.countOf(chunk);
        }
        if (isInSight) {
            this.inSight.add(chunk);
        } else {
            this.inSight.delete(chunk);
        }
    }

    /** Says in which range the focus is: it stays drawn wherever the page is scrolled to. Undefined for none. */
    focus(start: number | undefined): void {
        this.focused = start === undefined ? undefined : Math.floor(start / CHUNK_SIZE);
    }

    private isDrawn(chunk: number): boolean {
        const isFirst = this.inSight.size === 0 && chunk < FIRST_DRAWN;
        return isFirst || chunk === this.focused || this.inSight.has(chunk);
    }

    private chunksOfRoom(first: number): number[] {
        const count = Math.min(CHUNKS_OF_ROOM, this.chunkCount - first);
        return Array.from({ length: count }, (_, position) => first + position);
    }

    private range(chunks: readonly number[]): RowRange {
        const start = (chunks[0] ?? 0) * CHUNK_SIZE;
        const count = chunks.reduce((sum, chunk) => sum + this.countOf(chunk), 0);
        const height = chunks.reduce((sum, chunk) => sum + this.heightOf(chunk), 0);
        const isDrawn = chunks.length === 1 && chunks.every((chunk) => this.isDrawn(chunk));
        return { start, count, isDrawn, rows: isDrawn ? this.rows.slice(start, start + count) : [], height };
    }

    private textOfRows(start: number, count: number): string {
        const rows = this.rows.slice(start, start + count);
        return rows.map((row) => row.searchText.replaceAll('\n', ' ')).join('\n');
    }

    private countOf(chunk: number): number {
        return Math.min(CHUNK_SIZE, this.rows.length - chunk * CHUNK_SIZE);
    }

    private heightOf(chunk: number): number {
        return this.heights.get(chunk) ?? Math.round(this.countOf(chunk) * this.rowHeight);
    }
}
