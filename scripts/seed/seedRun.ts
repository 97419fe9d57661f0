import type Stripe from 'stripe';
import { Journal } from './journal.ts';
import { makeOrder } from './org/makeOrder.ts';
import { RecordMaker } from './org/recordMaker.ts';
import type { SeedOrg } from './org/seedOrg.ts';
import { markerPrefix, planOrders, type PlannedOrder } from './plan/planOrders.ts';
import type { Exchanges } from './stripe/exchanges.ts';
import { makePayment } from './stripe/makePayment.ts';

/** The two sides of a run, and where it notes what is finished. */
export interface SeedRun {
    name: string;
    count: number;
    stripe: Stripe;
    exchanges: Exchanges;
    org: SeedOrg;
    journal: Journal;
    /** Milliseconds since 1970. */
    now(): number;
    /** Told of each order. */
    report(order: string, what: string): void;
}

export interface SeedResult {
    stripeAccount: string;
    orders: { made: number; finishedBefore: number };
    /** Org records by object. */
    records: { made: Record<string, number>; found: Record<string, number> };
}

/** Makes all orders of a run that are not finished. */
export async function seed(run: SeedRun): Promise<SeedResult> {
    const start = await startRun(run);
    const maker = new RecordMaker(run.org);
    const gatewayId = await findGateway(run.org);
    let made = 0;
    for (const order of start.orders) {
        const what = `${order.marker} ${order.scenario.name}`;
        if (start.finished.has(order.marker)) {
            run.report(order.marker, `${what}: is there`);
            continue;
        }
        const payment = await makePayment(order, run);
        await makeOrder(order, payment, { maker, stripeAccount: start.stripeAccount, ...(gatewayId && { gatewayId }) });
        const { customer, paymentIntent } = payment;
        const { orgId, stripeAccount } = start;
        run.journal.add({ order: order.marker, stripeAccount, orgId, customer, paymentIntent });
        made += 1;
        run.report(order.marker, what);
    }
    return {
        stripeAccount: start.stripeAccount,
        orders: { made, finishedBefore: start.orders.length - made },
        records: { made: maker.made, found: maker.found }
    };
}

/** What a run would make, without making it. */
export async function planRun(run: SeedRun): Promise<{ order: PlannedOrder; isFinished: boolean }[]> {
    const { finished, orders } = await startRun(run);
    return orders.map((order) => ({ order, isFinished: finished.has(order.marker) }));
}

interface Start {
    stripeAccount: string;
    orgId: string;
    orders: PlannedOrder[];
    finished: ReadonlySet<string>;
}

async function startRun(run: SeedRun): Promise<Start> {
    const stripeAccount = await findStripeAccount(run.stripe);
    const { orgId, onlyCurrency } = await readOrganization(run.org);
    const orders = planOrders({ name: run.name, count: run.count, ...(onlyCurrency && { onlyCurrency }) });
    const finished = await findFinished(run, stripeAccount, orgId);
    return { stripeAccount, orgId, orders, finished };
}

/** The account of the key. A restricted key may not be allowed to read it: Stripe has to be asked then all the same. */
async function findStripeAccount(stripe: Stripe): Promise<string> {
    const { id } = await stripe.accounts.retrieveCurrent();
    return id;
}

async function readOrganization(org: SeedOrg): Promise<{ orgId: string; onlyCurrency?: string }> {
    if (await org.isCreateable('OrderPaymentSummary', 'CurrencyIsoCode')) {
        const [organization] = await org.find('Organization', [], { equal: {} });
        return { orgId: organization?.Id ?? '' };
    }
    const [organization] = await org.find('Organization', ['DefaultCurrencyIsoCode'], { equal: {} });
    const currency = organization?.['DefaultCurrencyIsoCode'];
    const onlyCurrency = typeof currency === 'string' ? currency.toLowerCase() : 'usd';
    return { orgId: organization?.Id ?? '', onlyCurrency };
}

/**
 * Orders that the journal calls finished and that are still on both sides. The org tells of each; of Stripe's the last is
 * asked for, since a sandbox loses all or nothing.
 */
async function findFinished(run: SeedRun, stripeAccount: string, orgId: string): Promise<ReadonlySet<string>> {
    const entries = run.journal.finished(stripeAccount, orgId);
    const last = [...entries.values()].at(-1);
    if (!last || !(await isCustomerThere(last.customer, run.stripe))) {
        return new Set();
    }
    const like = ['OrderReferenceNumber', `${markerPrefix(run.name)}%`] as const;
    const orders = await run.org.find('Order', ['OrderReferenceNumber'], { like });
    return new Set(
        orders.map((order) => String(order['OrderReferenceNumber'])).filter((marker) => entries.has(marker))
    );
}

async function isCustomerThere(id: string, stripe: Stripe): Promise<boolean> {
    try {
        return !('deleted' in (await stripe.customers.retrieve(id)));
    } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'resource_missing') {
            return false;
        }
        throw error;
    }
}

/** The gateway that Stripe's connector uses, where the org has it. It cannot be made: it needs a provider and credentials. */
async function findGateway(org: SeedOrg): Promise<string | undefined> {
    const [gateway] = await org.find('PaymentGateway', [], { equal: { PaymentGatewayName: 'SALESFORCE_PAYMENTS' } });
    return gateway?.Id;
}
