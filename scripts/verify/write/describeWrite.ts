import type { FieldChange } from './fieldChanges.ts';
import type { WriteResult } from './writeChanges.ts';

/** How many changes are shown one by one. The JSON report has all of them. */
const SHOWN = 20;

/** What --write would do: nothing is written yet. */
export function describePlan(changes: Iterable<FieldChange>): string {
    const shown: string[] = [];
    let count = 0;
    for (const { object, number, update } of changes) {
        count += 1;
        if (count <= SHOWN) {
            const { Id, ...values } = update;
            const fields = Object.entries(values).map(([field, value]) => `${field} = ${String(value)}`);
            shown.push(`  ${object} ${number} (${Id}): ${fields.join(', ')}`);
        }
    }
    if (count === 0) {
        return 'There is nothing to write.\n';
    }
    const rest = count > SHOWN ? [`  and ${count - SHOWN} more; --format json has all of them`] : [];
    const next = 'Nothing was written. To write it without asking Stripe again: --reuse --write --yes';
    return [`To be written into empty fields of ${count} records:`, ...shown, ...rest, next, ''].join('\n');
}

/** What --write did, in figures, and what was refused. */
export function describeResult({ written, skipped, refused }: WriteResult): string {
    const lines = [
        `Written: ${written} records. Left alone: ${skipped}, because their fields have values by now or may not be written.`,
        ...refused.slice(0, SHOWN).map(({ Id, error }) => `  ${Id} was refused: ${error}`),
        ...(refused.length > SHOWN ? [`  and ${refused.length - SHOWN} more were refused`] : [])
    ];
    return `${lines.join('\n')}\n`;
}
