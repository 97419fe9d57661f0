import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Connection } from '@jsforce/jsforce-node';
import type Stripe from 'stripe';
import { startTestServer, TEST_TOKEN, type TestServer } from '../../local-org/rest/testServer.ts';
import { createStripeClient } from '../../stripe-client/createStripeClient.ts';
import { startStripeStandIn, type StripeStandIn } from '../../stripe-stand-in/startStripeStandIn.ts';
import type { OrgRecords } from '../org/orgRecords.ts';
import { SalesforceRecords } from '../org/salesforceRecords.ts';
import type { Finding } from '../judge/findings.ts';
import type { Progress } from '../progress.ts';
import type { ReportRow } from '../judge/reportRow.ts';
import type { Totals } from '../report/totals.ts';
import { StripeAccount } from '../stripe/stripeAccount.ts';
import type { Clock } from '../stripe/pacing.ts';
import { verify, type VerifyOptions } from '../verify.ts';
import type { FieldChange } from '../write/fieldChanges.ts';
import type { TreeRecord } from './testOrders.ts';

/** A local org and a Stripe stand-in, both over HTTP. */
export interface TestWorld {
    folder: string;
    org: TestServer;
    records: SalesforceRecords;
    standIn: StripeStandIn;
    stripe: Stripe;
    close(): Promise<void>;
}

/** @param makeRecords makes objects in Stripe, and returns the org's records */
export async function startWorld(
    makeRecords: (stripe: Stripe, standIn: StripeStandIn) => Promise<TreeRecord[]>
): Promise<TestWorld> {
    const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
    const standIn = await startStripeStandIn();
    const stripe = createStripeClient({ env: { STRIPE_API_BASE: standIn.url }, allowLive: false });
    const file = path.join(folder, 'records.json');
    writeFileSync(file, JSON.stringify({ records: await makeRecords(stripe, standIn) }));
    const org = await startTestServer([file]);
    const connection = new Connection({ instanceUrl: org.url, accessToken: TEST_TOKEN, version: '66.0' });
    return {
        folder,
        org,
        records: new SalesforceRecords(connection),
        standIn,
        stripe,
        close: async () => {
            org.close();
            await standIn.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

export const NO_PROGRESS: Progress = {
    begin: () => {},
    advance: () => {},
    extend: () => {},
    tell: () => {},
    end: () => {}
};

/** Waits no time, and remembers for how long it was asked to. */
export class TestClock implements Clock {
    waited: number[] = [];
    private time = 0;

    now(): number {
        return this.time;
    }

    async wait(milliseconds: number): Promise<void> {
        this.waited.push(milliseconds);
        const end = this.time + milliseconds;
        // Others that wait at the same time wait together.
        await setImmediate();
        this.time = Math.max(this.time, end);
    }

    random(): number {
        return 1;
    }
}

export interface TestReport {
    totals: Totals;
    findings: Finding[];
    rows: ReportRow[];
    changes: FieldChange[];
}

/** A whole run against the world, in a checkpoint of its own unless one is named. */
export function verifyWorld(world: TestWorld, options: Partial<VerifyOptions> = {}): Promise<TestReport> {
    const checkpoint = path.join(world.folder, `${crypto.randomUUID()}.sqlite`);
    return verifySides(world.records, world.stripe, { checkpoint, ...options });
}

export async function verifySides(
    org: OrgRecords,
    stripe: Stripe,
    options: Partial<VerifyOptions> & { checkpoint: string }
): Promise<TestReport> {
    const verified = await verify(org, new StripeAccount(stripe, 'test'), NO_PROGRESS, {
        ...{ reuse: false, concurrency: 4, withChanges: true, clock: new TestClock() },
        ...options
    });
    try {
        const { report } = verified;
        const all = {
            totals: report.totals,
            findings: [...report.findings()],
            rows: [...report.rows()],
            changes: [...report.changes()]
        };
        verified.finish();
        return all;
    } finally {
        verified.close();
    }
}
