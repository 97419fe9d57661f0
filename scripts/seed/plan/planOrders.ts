import { SCENARIOS, type Scenario } from './scenarios.ts';

/** An order that a run makes: all of it follows from the run's name and the order's number. */
export interface PlannedOrder {
    /** From 1. */
    number: number;
    /** On both sides, to find what was made: `seed-demo-0001`. */
    marker: string;
    /** As the storefront would tell Stripe: `DEMO-0001`. */
    orderNumber: string;
    customer: { name: string; email: string };
    scenario: Scenario;
    currency: string;
    /** Amounts are in minor units. */
    amount: number;
    captured?: number;
    refunds: readonly number[];
}

export interface PlanOptions {
    /** Letters, digits and hyphens. */
    name: string;
    count: number;
    /** The org's only currency, in lower case; undefined where it has several. */
    onlyCurrency?: string;
}

/** Dollars and cents that differ from order to order, in steps of ten for currencies with three decimals. */
const LEAST = 4900;
const STEP = 1370;
const MOST = 45_000;

/** The orders of a run, the same for the same options. */
export function planOrders({ name, count, onlyCurrency }: PlanOptions): PlannedOrder[] {
    return Array.from({ length: count }, (_, index) => planOrder(name, index + 1, onlyCurrency));
}

function planOrder(name: string, number: number, onlyCurrency: string | undefined): PlannedOrder {
    const scenario = SCENARIOS[(number - 1) % SCENARIOS.length] ?? { name: 'authorized', storefront: 'authorization' };
    const padded = String(number).padStart(4, '0');
    const marker = `${markerPrefix(name)}${padded}`;
    const amount = LEAST + ((number * STEP) % MOST);
    const { capturedShare, refundedShares = [] } = scenario;
    return {
        number,
        marker,
        orderNumber: `${name.toUpperCase()}-${padded}`,
        customer: { name: `Sam Example ${padded}`, email: `${marker}@example.com` },
        scenario,
        currency: onlyCurrency ?? scenario.currency ?? 'usd',
        amount,
        ...(capturedShare === undefined ? {} : { captured: share(amount, capturedShare) }),
        refunds: refundedShares.map((refunded) => share(amount, refunded))
    };
}

/** Whether a marker is of this run, and not of one whose name begins alike. */
export function isMarkerOf(name: string, marker: unknown): boolean {
    const prefix = markerPrefix(name);
    return typeof marker === 'string' && marker.startsWith(prefix) && /^\d+$/.test(marker.slice(prefix.length));
}

/** How the markers of a run begin. */
export function markerPrefix(name: string): string {
    return `seed-${name}-`;
}

function share(amount: number, hundredths: number): number {
    return Math.floor((amount * hundredths) / 1000) * 10;
}
