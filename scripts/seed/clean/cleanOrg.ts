import type { SeedOrg } from '../org/seedOrg.ts';
import { isMarkerOf, markerPrefix } from '../plan/planOrders.ts';

/** What was taken away from one side, and what stays there, with the reason. */
export interface Cleaned {
    removed: Record<string, number>;
    left: { what: string; why: string }[];
}

/** Told of how many orders there are, and of each whether it is gone. */
export interface CleanProgress {
    begin(total: number): void;
    step(what: string): void;
}

/** Deletes all records that runs of this name made: children before their parents. */
export async function cleanOrg(name: string, org: SeedOrg, progress?: CleanProgress): Promise<Cleaned> {
    const cleaner = new OrgCleaner(org);
    const accounts = await findAccounts(name, org);
    progress?.begin(accounts.length);
    for (const { id, marker } of accounts) {
        const leftBefore = cleaner.cleaned.left.length;
        await cleaner.account(id);
        const left = cleaner.cleaned.left.length - leftBefore;
        progress?.step(left === 0 ? `${marker} removed from the org` : `${marker}: records left in the org: ${left}`);
    }
    return cleaner.cleaned;
}

/** The accounts that runs of this name made, one for each order. */
export async function findAccounts(name: string, org: SeedOrg): Promise<{ id: string; marker: string }[]> {
    const like = ['AccountNumber', `${markerPrefix(name)}%`] as const;
    const found = await org.find('Account', ['AccountNumber'], { like });
    return found
        .filter(({ AccountNumber }) => isMarkerOf(name, AccountNumber))
        .map(({ Id, AccountNumber }) => ({ id: Id, marker: String(AccountNumber) }));
}

class OrgCleaner {
    readonly cleaned: Cleaned = { removed: {}, left: [] };
    private readonly org: SeedOrg;

    constructor(org: SeedOrg) {
        this.org = org;
    }

    async account(accountId: string): Promise<void> {
        for (const orderId of await this.ids('Order', 'AccountId', accountId)) {
            for (const summaryId of await this.ids('OrderSummary', 'OriginalOrderId', orderId)) {
                for (const paymentSummaryId of await this.ids('OrderPaymentSummary', 'OrderSummaryId', summaryId)) {
                    await this.paymentSummary(paymentSummaryId);
                }
                await this.remove('OrderSummary', summaryId);
            }
            await this.removeAll('PaymentGroup', 'SourceObjectId', orderId);
            await this.remove('Order', orderId);
        }
        await this.remove('Account', accountId);
    }

    private async paymentSummary(id: string): Promise<void> {
        for (const refund of await this.ids('Refund', 'OrderPaymentSummaryId', id)) {
            await this.removeAll('RefundLinePayment', 'RefundId', refund);
            await this.withLogs('Refund', refund);
        }
        for (const payment of await this.ids('Payment', 'OrderPaymentSummaryId', id)) {
            await this.withLogs('Payment', payment);
        }
        for (const authorization of await this.ids('PaymentAuthorization', 'OrderPaymentSummaryId', id)) {
            for (const adjustment of await this.ids('PaymentAuthAdjustment', 'PaymentAuthorizationId', authorization)) {
                await this.withLogs('PaymentAuthAdjustment', adjustment);
            }
            await this.withLogs('PaymentAuthorization', authorization);
        }
        await this.remove('OrderPaymentSummary', id);
    }

    private async withLogs(objectName: string, id: string): Promise<void> {
        await this.removeAll('PaymentGatewayLog', 'ReferencedEntityId', id);
        await this.remove(objectName, id);
    }

    private async removeAll(objectName: string, field: string, parentId: string): Promise<void> {
        for (const id of await this.ids(objectName, field, parentId)) {
            await this.remove(objectName, id);
        }
    }

    private async remove(objectName: string, id: string): Promise<void> {
        try {
            await this.org.delete(objectName, id);
            this.cleaned.removed[objectName] = (this.cleaned.removed[objectName] ?? 0) + 1;
        } catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            this.cleaned.left.push({ what: `${objectName} ${id}`, why });
        }
    }

    private async ids(objectName: string, field: string, value: string): Promise<string[]> {
        return (await this.org.find(objectName, [], { equal: { [field]: value } })).map(({ Id }) => Id);
    }
}
