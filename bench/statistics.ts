/** The middle of several figures, and the interval in which it lies: of nine runs, with a confidence of 96 %. */
export interface Summary {
    median: number;
    low: number;
    high: number;
    runs: number;
}

/**
 * The interval is that of the order statistics: between the second and the last but one of nine runs (binomial, 96 %).
 * Of fewer than nine it is the smallest and the largest.
 */
export function summarize(figures: readonly number[]): Summary {
    const sorted = [...figures].sort((left, right) => left - right);
    const outside = sorted.length >= 9 ? 1 : 0;
    return {
        median: round(median(figures)),
        low: round(sorted[outside] ?? 0),
        high: round(sorted.at(-1 - outside) ?? 0),
        runs: sorted.length
    };
}

/** The middle one; of an even number, the upper of the two in the middle. */
export function median(figures: readonly number[]): number {
    return [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)] ?? 0;
}

/** Three digits that count. */
function round(figure: number): number {
    return Number(figure.toPrecision(3));
}
