import getObjectAccess from '@salesforce/apex/PaymentAccessReader.getObjectAccess';
import getPaymentGateways from '@salesforce/apex/PaymentSetupReader.getPaymentGateways';
import getRecentOrderPaymentSummaries from '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries';
import mayReveal from '@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import type { PageSummaries } from 'c/paymentRecordsElement';
import { PaymentListsElement } from 'c/paymentRecordsElement';
import type { ObjectAccess, PaymentGateway, SetupFacts } from 'c/setupFindings';
import { judgeLinks } from 'c/setupLinks';

/** What is known of the answer to a question: nothing yet, data, an error, or older data and the error that came since. */
interface Answer<Data> {
    data?: Data;
    error?: DataError;
}

/**
 * The base of the set-up page: reads the newest order payment summaries with their records, as the consoles do, and
 * besides them what the user may read and which payment gateways there are.
 */
export class PaymentSetupElement extends PaymentListsElement {
    access: Answer<ObjectAccess[]> = {};
    gateways: Answer<ReadableRecords<PaymentGateway>> = {};

    protected override get pageSummaries(): PageSummaries {
        return { parent: {}, query: () => getRecentOrderPaymentSummaries({}) };
    }

    /** Whether there is an answer to everything that is asked: without summaries, their records are not asked for. */
    get isSetupRead(): boolean {
        const { summaries, organization, gatewaySettings } = this.lists;
        const hasSummaries = summaries.rows.length > 0;
        const general = [summaries, organization, gatewaySettings].every(({ status }) => status !== 'loading');
        return isAnswered(this.access) && isAnswered(this.gateways) && general && (!hasSummaries || this.isRead);
    }

    /** What went wrong in reading, each error once. What is only not permitted is no error. */
    get errors(): DataError[] {
        const answers = [this.access, this.gateways, ...Object.values(this.lists)];
        const found = answers.flatMap(({ error }) => (error ? [error] : []));
        return [...new Map(found.map((error) => [JSON.stringify(error), error])).values()];
    }

    /** What the set-up is judged by, as far as it could be read. */
    buildFacts(): SetupFacts {
        const { summaries, organization, gatewaySettings } = this.lists;
        const gateways = this.gateways.data;
        return {
            access: this.access.data,
            // A hidden field would look like an empty one.
            gateways: gateways?.objectReadable && gateways.hiddenFields.length === 0 ? gateways.records : undefined,
            settings:
                gatewaySettings.status === 'ready' && gatewaySettings.hiddenFields.length === 0
                    ? gatewaySettings.rows
                    : undefined,
            isSandbox: organization.rows[0]?.IsSandbox,
            links:
                summaries.status === 'ready'
                    ? judgeLinks(summaries.rows, this.index.records, this.settings)
                    : undefined,
            mayReveal: mayReveal === true
        };
    }

    protected override async readFirst(): Promise<void> {
        await Promise.all([this.readSetup(), super.readFirst()]);
    }

    protected override async refresh(): Promise<void> {
        await Promise.all([this.readSetup(), super.refresh()]);
    }

    private async readSetup(): Promise<void> {
        await Promise.all([this.readAccess(), this.readGateways()]);
    }

    private async readAccess(): Promise<void> {
        const isLatest = this.requests.begin('access');
        const answer = await answerOf(getObjectAccess({ fieldNames: NEEDED_FIELD_NAMES }), this.access);
        if (isLatest()) {
            this.access = answer;
        }
    }

    private async readGateways(): Promise<void> {
        const isLatest = this.requests.begin('gateways');
        const answer = await answerOf(getPaymentGateways({}), this.gateways);
        if (isLatest()) {
            this.gateways = answer;
        }
    }
}

/** Never rejects. What was known before an error stays. */
async function answerOf<Data>(request: Promise<Data>, before: Answer<Data>): Promise<Answer<Data>> {
    try {
        return { data: await request };
    } catch (error) {
        return { data: before.data, error: toDataError(error) };
    }
}

function isAnswered({ data, error }: Answer<unknown>): boolean {
    return data !== undefined || error !== undefined;
}
