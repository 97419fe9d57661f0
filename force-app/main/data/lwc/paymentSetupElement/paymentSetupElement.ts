import { wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getObjectAccess from '@salesforce/apex/PaymentAccessReader.getObjectAccess';
import getPaymentGateways from '@salesforce/apex/PaymentSetupReader.getPaymentGateways';
import getRecentOrderPaymentSummaries from '@salesforce/apex/PaymentSetupReader.getRecentOrderPaymentSummaries';
import mayReveal from '@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data';
import type { DataError } from 'c/dataError';
import { toDataError } from 'c/dataError';
import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import type { OrderPaymentSummary } from 'c/paymentRecord';
import { PaymentListsElement } from 'c/paymentRecordsElement';
import type { ObjectAccess, PaymentGateway, SetupFacts } from 'c/setupFindings';
import { judgeLinks } from 'c/setupLinks';

/** What a wire provisions: nothing yet, a result, or an error. */
interface WireResult<Data> {
    data?: Data;
    error?: unknown;
}

/**
 * The base of the set-up page: reads the newest order payment summaries with their records, as the consoles do, and
 * besides them what the user may read and which payment gateways there are.
 */
export class PaymentSetupElement extends PaymentListsElement {
    access: WireResult<ObjectAccess[]> = {};
    gateways: WireResult<ReadableRecords<PaymentGateway>> = {};

    @wire(getObjectAccess, { fieldNames: NEEDED_FIELD_NAMES })
    wiredAccess(result: WireResult<ObjectAccess[]>): void {
        this.access = result;
    }

    @wire(getPaymentGateways)
    wiredGateways(result: WireResult<ReadableRecords<PaymentGateway>>): void {
        this.gateways = result;
    }

    @wire(getRecentOrderPaymentSummaries)
    wiredRecentSummaries(result: WireResult<ReadableRecords<OrderPaymentSummary>>): void {
        this.receive('summaries', result);
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
        const found = [
            ...[this.access.error, this.gateways.error].flatMap((error) => (error ? [toDataError(error)] : [])),
            ...Object.values(this.lists).flatMap(({ error }) => (error ? [error] : []))
        ];
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

    protected override async refresh(): Promise<void> {
        await Promise.allSettled([refreshApex(this.access), refreshApex(this.gateways)]);
        await super.refresh();
    }
}

function isAnswered({ data, error }: WireResult<unknown>): boolean {
    return data !== undefined || error !== undefined;
}
