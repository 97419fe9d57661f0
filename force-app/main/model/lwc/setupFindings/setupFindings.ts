import { accessFindings } from './accessFindings';
import type { SetupFacts } from './facts';
import type { FindingSeverity, SetupFinding } from './finding';
import { SEVERITIES } from './finding';
import { gatewayFindings } from './gatewayFindings';
import { linkFindings } from './linkFindings';
import { settingFindings } from './settingFindings';

export type { ObjectAccess, PaymentGateway, SetupFacts } from './facts';
export { SEVERITIES } from './finding';
export type { FindingDetail, FindingKind, FindingOwner, FindingSeverity, SetupFinding } from './finding';
export { gatewayViews } from './gatewayViews';
export type { GatewayView } from './gatewayViews';

/**
 * What an admin should know of the set-up of the console in this org, the worst first. Each finding says what, where,
 * and by its kind what to do next; what could not be read is not judged.
 */
export function setupFindings(facts: SetupFacts): SetupFinding[] {
    const findings = [
        ...(facts.access === undefined ? [] : accessFindings(facts.access)),
        ...gatewayFindings(facts),
        ...settingFindings(facts),
        ...(facts.links === undefined ? [] : linkFindings(facts.links)),
        ...remarks(facts)
    ];
    return findings.sort((left, right) => rank(left) - rank(right));
}

/** The severity of the worst finding; `fine` where there is none. */
export function verdictOf(findings: readonly SetupFinding[]): FindingSeverity {
    return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'fine';
}

function rank({ severity }: SetupFinding): number {
    return SEVERITIES.indexOf(severity);
}

function remarks({ isSandbox, mayReveal }: SetupFacts): SetupFinding[] {
    return [
        ...(isSandbox ? [{ kind: 'sandboxDefault', severity: 'fine', owner: 'admin' } as const] : []),
        ...(mayReveal ? [] : [{ kind: 'cannotReveal', severity: 'worthKnowing', owner: 'admin' } as const])
    ];
}
