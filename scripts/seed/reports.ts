import { fromMinorUnits } from 'c/money';
import type { Cleaned } from './clean/cleanOrg.ts';
import type { PlannedOrder } from './plan/planOrders.ts';
import type { SeedResult } from './seedRun.ts';

/** What a run made, for people. */
export function resultText({ orders, records, stripeAccount }: SeedResult, instanceUrl: string): string {
    const made = Object.entries(records.made).map(([objectName, count]) => `  ${objectName}: ${count}\n`);
    const found = Object.values(records.found).reduce((sum, count) => sum + count, 0);
    return (
        `Orders made: ${orders.made}; there before: ${orders.finishedBefore}.\n` +
        `Stripe account ${stripeAccount}, org ${instanceUrl}.\n` +
        (made.length > 0 ? `New records:\n${made.join('')}` : '') +
        (found > 0 ? `Records of an earlier run that was stopped: ${found}.\n` : '')
    );
}

/** What a run would make. */
export function planText(plan: readonly { order: PlannedOrder; isFinished: boolean }[]): string {
    return plan
        .map(({ order, isFinished }) => {
            const amount = `${fromMinorUnits(String(order.amount), order.currency)} ${order.currency.toUpperCase()}`;
            return `${order.marker}  ${isFinished ? 'is there  ' : 'to be made'}  ${amount.padStart(12)}  ${order.scenario.name}\n`;
        })
        .join('');
}

/** What `--clean` would take away: orders of the org by their markers, and how many customers of Stripe. */
export function cleanPlanText({ orders, customers }: { orders: readonly string[]; customers: number }): string {
    return (
        '--clean --dry-run: nothing was removed.\n' +
        `It would remove ${orders.length} orders from the org, and ${customers} customers from Stripe.\n` +
        orders.map((marker) => `${marker}\n`).join('')
    );
}

/** What was taken away, and what was not. */
export function cleanText(cleaned: { org: Cleaned; stripe: Cleaned }): string {
    return sideText('The org', cleaned.org) + sideText('Stripe', cleaned.stripe);
}

function sideText(side: string, { left, removed }: Cleaned): string {
    const lines = Object.entries(removed).map(([what, count]) => `  removed: ${what} ${count}\n`);
    const kept = left.map(({ what, why }) => `  left: ${what}. ${why}\n`);
    return `${side}:\n${[...lines, ...kept].join('') || '  nothing to remove\n'}`;
}
