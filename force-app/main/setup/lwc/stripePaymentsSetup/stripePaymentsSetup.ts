import accessTitle from '@salesforce/label/c.Payments_Setup_Access_Title';
import checkAgain from '@salesforce/label/c.Payments_Setup_CheckAgain';
import checked from '@salesforce/label/c.Payments_Setup_Checked';
import findingsTitle from '@salesforce/label/c.Payments_Setup_Findings';
import gatewaysTitle from '@salesforce/label/c.Payments_Setup_Gateways_Title';
import loading from '@salesforce/label/c.Payments_Setup_Loading';
import notJudged from '@salesforce/label/c.Payments_Setup_NotJudged';
import samplesTitle from '@salesforce/label/c.Payments_Setup_Samples_Title';
import scope from '@salesforce/label/c.Payments_Setup_Scope';
import title from '@salesforce/label/c.Payments_Setup_Title';
import unknownTitle from '@salesforce/label/c.Payments_Setup_Unknown_Title';
import blocks from '@salesforce/label/c.Payments_Setup_Verdict_blocks';
import fine from '@salesforce/label/c.Payments_Setup_Verdict_fine';
import limits from '@salesforce/label/c.Payments_Setup_Verdict_limits';
import worthKnowing from '@salesforce/label/c.Payments_Setup_Verdict_worthKnowing';
import retry from '@salesforce/label/c.Payments_List_Retry';
import { formatLabel } from 'c/displayFormat';
import { errorInWords } from 'c/errorText';
import { memoizeLast } from 'c/memoizeLast';
import { PaymentSetupElement } from 'c/paymentSetupElement';
import type { FindingSeverity, GatewayView, SetupFacts, SetupFinding } from 'c/setupFindings';
import { gatewayViews, setupFindings, verdictOf } from 'c/setupFindings';

const VERDICTS: Readonly<Record<FindingSeverity, string>> = { blocks, limits, worthKnowing, fine };

const VERDICT_CLASSES: Readonly<Record<FindingSeverity, string>> = {
    blocks: 'slds-theme_error',
    limits: 'slds-theme_warning',
    worthKnowing: 'slds-theme_shade',
    fine: 'slds-theme_success'
};

/** Everything that is judged, together with what it was judged by. */
interface Judgement {
    facts: SetupFacts;
    findings: SetupFinding[];
    gateways: GatewayView[];
}

/** Tells an admin what the console can read in this org, what its links lack, and what to do about each. */
export default class StripePaymentsSetup extends PaymentSetupElement {
    labels = {
        accessTitle,
        checkAgain,
        findingsTitle,
        gatewaysTitle,
        loading,
        notJudged,
        retry,
        samplesTitle,
        title,
        unknownTitle
    };
    isCheckedAgain = false;

    /** What it is judged by is read from the component: the parameters only tell when it has changed. */
    private readonly judge = memoizeLast((..._read: readonly unknown[]): Judgement => {
        const facts = this.buildFacts();
        return { facts, findings: setupFindings(facts), gateways: gatewayViews(facts) };
    });

    get judgement(): Judgement {
        return this.judge(this.access, this.gateways, this.lists, this.index, this.settings);
    }

    get isLoading(): boolean {
        return !this.isSetupRead;
    }

    get errorTexts(): { key: number; text: string }[] {
        return this.errors.map((error, key) => ({ key, text: errorInWords(error) }));
    }

    get hasErrors(): boolean {
        return this.errors.length > 0;
    }

    get verdict(): FindingSeverity {
        return verdictOf(this.judgement.findings);
    }

    get verdictText(): string {
        return VERDICTS[this.verdict];
    }

    get verdictClass(): string {
        return `slds-box slds-box_x-small slds-m-bottom_small ${VERDICT_CLASSES[this.verdict]} verdict`;
    }

    get scopeText(): string {
        return formatLabel(scope, this.lists.summaries.rows.length);
    }

    get statusText(): string {
        return this.isCheckedAgain && !this.isBusy ? formatLabel(checked, this.verdictText) : '';
    }

    get gatewayRows(): GatewayView[] | undefined {
        const { facts, gateways } = this.judgement;
        return facts.gateways && facts.settings && gateways;
    }

    async handleCheckAgain(): Promise<void> {
        await this.handleRefresh();
        this.isCheckedAgain = true;
    }

    /** The button goes away with the error, and would take the focus with it. */
    async handleRetry(): Promise<void> {
        this.template?.querySelector<HTMLElement>('.check-again')?.focus();
        await this.handleCheckAgain();
    }
}
