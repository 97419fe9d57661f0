import type { JudgedLink } from 'c/setupLinks';
import type { EvidenceSource } from 'c/stripeContext';

/** Evidence that does not come from a record: it holds for all that have none of their own. */
const GENERAL_SOURCES: ReadonlySet<EvidenceSource | undefined> = new Set<EvidenceSource | undefined>([
    'gatewaySetting',
    'personsChoice',
    'orgDefault',
    undefined
]);

/** Whether there are records, and each of them tells its account and mode without a setting. */
export function recordsTellAll(links: readonly JudgedLink[]): boolean {
    return (
        links.length > 0 &&
        links.every(
            ({ found: { context } }) =>
                !GENERAL_SOURCES.has(context.accountSource) && !GENERAL_SOURCES.has(context.modeSource)
        )
    );
}
