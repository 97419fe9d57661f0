/** How many tests a command ran, by their outcome. */
export interface Counts {
    passed: number;
    failed: number;
    skipped: number;
}

/** Reads the counts from what a command has printed; undefined where it says nothing of tests. */
export type CountTests = (output: string) => Counts | undefined;

/** `Tests:       1 failed, 2 skipped, 61 passed, 64 total` */
export const countJest: CountTests = (output) => {
    const line = /^Tests:\s.*$/m.exec(output)?.[0];
    return line === undefined ? undefined : countsIn(line, { skipped: /(\d+) (?:skipped|todo)/ });
};

/** A line for each outcome: `ℹ pass 40`, `ℹ fail 0`, `ℹ skipped 0`. */
export const countNodeTest: CountTests = (output) =>
    /^ℹ pass \d+$/m.test(output)
        ? countsIn(output, {
              passed: /^ℹ pass (\d+)$/m,
              failed: /^ℹ (?:fail|cancelled) ([1-9]\d*)$/m,
              skipped: /^ℹ (?:skipped|todo) ([1-9]\d*)$/m
          })
        : undefined;

/** Its last lines: `  1 failed`, `  2 skipped`, `  3 did not run`, `  61 passed (12.3s)`. */
export const countPlaywright: CountTests = (output) =>
    /^ {2}\d+ (?:passed|failed)/m.test(output)
        ? countsIn(output, {
              passed: /^ {2}(\d+) passed/m,
              failed: /^ {2}(\d+) (?:failed|flaky|interrupted)/m,
              skipped: /^ {2}(\d+) (?:skipped|did not run)/m
          })
        : undefined;

function countsIn(text: string, patterns: Partial<Record<keyof Counts, RegExp>>): Counts {
    const count = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
    return {
        passed: count(patterns.passed ?? /(\d+) passed/),
        failed: count(patterns.failed ?? /(\d+) failed/),
        skipped: count(patterns.skipped ?? /(\d+) skipped/)
    };
}
