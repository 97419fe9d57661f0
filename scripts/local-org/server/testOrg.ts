import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LocalOrg } from '../localOrg.ts';

/** For tests: a folder with a small order and package metadata of the test's own. */
export interface TestOrg {
    org: LocalOrg;
    sourceFolder: string;
    /** The id of the record with this reference, such as `payment`. */
    idOf(reference: keyof typeof RECORDS): string;
    remove(): void;
}

export const LOG_BODY = '{"client_secret":"pi_1_secret_2"}'.padEnd(120_000);

const RECORDS = {
    order: {
        type: 'OrderSummary',
        OrderNumber: '00000042',
        Status: 'Created',
        GrandTotalAmount: 70,
        CurrencyIsoCode: 'EUR'
    },
    summary: { type: 'OrderPaymentSummary', Method: 'Visa 4242', OrderSummaryId: '@order', AuthorizationAmount: 70 },
    authorization: {
        type: 'PaymentAuthorization',
        Amount: 70,
        Status: 'Processed',
        OrderPaymentSummaryId: '@summary',
        Comments: 'sent with sk_live_51HxYzABCDEFGHIJKLMNOPQR',
        Date: '2026-09-03T17:47:05.000+0000'
    },
    payment: {
        type: 'Payment',
        Amount: 30.5,
        Status: 'Processed',
        OrderPaymentSummaryId: '@summary',
        PaymentAuthorizationId: '@authorization',
        CurrencyIsoCode: 'EUR'
    },
    log: { type: 'PaymentGatewayLog', OrderPaymentSummaryId: '@summary', InteractionType: 'Capture', Request: LOG_BODY }
};

/** Opens a local org over these records. `metadata` is written below the source folder: file name to content. */
export function openTestOrg(metadata: Record<string, string> = {}): TestOrg {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'local-org-'));
    const sourceFolder = path.join(folder, 'source');
    fs.mkdirSync(sourceFolder);
    for (const [name, content] of Object.entries(metadata)) {
        fs.mkdirSync(path.dirname(path.join(sourceFolder, name)), { recursive: true });
        fs.writeFileSync(path.join(sourceFolder, name), content);
    }
    const org = LocalOrg.open({ dataPaths: [writePlan(folder)], sourceDirectory: sourceFolder });
    return {
        org,
        sourceFolder,
        idOf: (reference) => String(org.query(`SELECT Id FROM ${RECORDS[reference].type}`).records[0]?.['Id']),
        remove() {
            org.close();
            fs.rmSync(folder, { recursive: true });
        }
    };
}

function writePlan(folder: string): string {
    const plan = Object.entries(RECORDS).map(([referenceId, { type, ...fields }]) => {
        const file = `${referenceId}.json`;
        const records = [{ attributes: { type, referenceId }, ...fields }];
        fs.writeFileSync(path.join(folder, file), JSON.stringify({ records }));
        return { sobject: type, saveRefs: true, resolveRefs: true, files: [file] };
    });
    const file = path.join(folder, 'plan.json');
    fs.writeFileSync(file, JSON.stringify(plan));
    return file;
}
