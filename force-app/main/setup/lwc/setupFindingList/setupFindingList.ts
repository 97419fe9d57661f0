import { api, LightningElement } from 'lwc';
import title from '@salesforce/label/c.Payments_Setup_Findings';
import nextStep from '@salesforce/label/c.Payments_Setup_NextStep';
import owner from '@salesforce/label/c.Payments_Setup_Owner';
import admin from '@salesforce/label/c.Payments_Setup_Owner_admin';
import deployer from '@salesforce/label/c.Payments_Setup_Owner_deployer';
import blocks from '@salesforce/label/c.Payments_Setup_Severity_blocks';
import fine from '@salesforce/label/c.Payments_Setup_Severity_fine';
import limits from '@salesforce/label/c.Payments_Setup_Severity_limits';
import worthKnowing from '@salesforce/label/c.Payments_Setup_Severity_worthKnowing';
import { formatLabel } from 'c/displayFormat';
import type { FindingOwner, FindingSeverity, SetupFinding } from 'c/setupFindings';
import { findingInWords } from './findingTexts';

export { findingInWords } from './findingTexts';

const SEVERITY_NAMES: Readonly<Record<FindingSeverity, string>> = { blocks, limits, worthKnowing, fine };

const ICONS: Readonly<Record<FindingSeverity, { icon: string; variant?: string }>> = {
    blocks: { icon: 'utility:error', variant: 'error' },
    limits: { icon: 'utility:warning', variant: 'warning' },
    worthKnowing: { icon: 'utility:info' },
    fine: { icon: 'utility:success', variant: 'success' }
};

const OWNERS: Readonly<Record<FindingOwner, string>> = { admin, deployer };

/** What was found, in the order given, each with its next step and who can take it. */
export default class SetupFindingList extends LightningElement {
    @api findings: readonly SetupFinding[] = [];

    labels = { title };

    get views() {
        return this.findings.map((finding, key) => {
            const { severity } = finding;
            const { what, next } = findingInWords(finding);
            return {
                key,
                ...ICONS[severity],
                severity,
                severityName: SEVERITY_NAMES[severity],
                what,
                next: severity === 'fine' ? undefined : formatLabel(nextStep, next),
                owner: formatLabel(owner, OWNERS[finding.owner])
            };
        });
    }
}
