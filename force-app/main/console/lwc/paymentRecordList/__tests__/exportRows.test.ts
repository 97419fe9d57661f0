import { createElement } from 'lwc';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Payment, PaymentGatewayLog } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import PaymentRecordList from 'c/paymentRecordList';
import { RecordIndex } from 'c/paymentTrace';
import { everythingIn } from '../../gatewayLogModal/__tests__/everything';
import { ALL_SECRETS, shows } from '../../../../model/lwc/redaction/__tests__/secrets';
import { downloadCsv } from '../downloadCsv';

interface Download {
    fileName: string;
    href: string;
    blob: Blob;
}

const downloads: Download[] = [];
const revokeObjectURL = jest.fn();
let lastBlob: Blob;

beforeEach(() => {
    downloads.length = 0;
    Object.assign(URL, {
        createObjectURL: (blob: Blob) => {
            lastBlob = blob;
            return 'blob:csv';
        },
        revokeObjectURL
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
        downloads.push({ fileName: this.download, href: this.href, blob: lastBlob });
    });
});

afterEach(() => jest.restoreAllMocks());

/** The bytes of a file, as text: jsdom has no Blob.text(). */
function textOf(blob: Blob | undefined): Promise<string> {
    return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(Buffer.from(reader.result as ArrayBuffer).toString('utf8'));
        reader.readAsArrayBuffer(blob ?? new Blob());
    });
}

function create(objectName: string, records: { payments?: Payment[]; logs?: PaymentGatewayLog[] }): HTMLElement {
    const rows = records.payments ?? records.logs ?? [];
    const element = createElement('c-payment-record-list', { is: PaymentRecordList }) as unknown as HTMLElement;
    Object.assign(element, {
        objectName,
        index: new RecordIndex({ ...NO_RECORDS, ...records }),
        list: { status: 'ready', rows, hiddenFields: [], hasMore: false }
    });
    document.body.appendChild(element);
    return element;
}

const exportButton = (element: HTMLElement) =>
    element.shadowRoot?.querySelector<HTMLElement & { alternativeText: string }>('.export');

async function change(element: HTMLElement, selector: string, value: string): Promise<void> {
    element.shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await Promise.resolve();
}

/** The file that the button gives, read back. */
async function exported(element: HTMLElement): Promise<string[][]> {
    exportButton(element)?.dispatchEvent(new CustomEvent('click'));
    return parse(await textOf(downloads.at(-1)?.blob), { bom: true });
}

const PAYMENTS: Payment[] = Array.from({ length: 25 }, (_, index) => ({
    Id: `p${index}`,
    PaymentNumber: `P-${String(index).padStart(4, '0')}`,
    Amount: index,
    Status: index % 5 === 0 ? 'Canceled' : 'Processed'
}));

describe('the export of a list', () => {
    it('is a file named like the object, with a header and all rows, also those that are not shown yet', async () => {
        const element = create('Payment', { payments: PAYMENTS });
        expect(exportButton(element)).toMatchObject({ alternativeText: 'Export Payments as CSV (rows: 25)' });
        const [header, ...rows] = await exported(element);
        expect(downloads).toEqual([expect.objectContaining({ fileName: 'Payment.csv', href: 'blob:csv' })]);
        expect(header?.slice(0, 2)).toEqual(['Number', 'Gateway Reference']);
        expect(rows.map(([number]) => number)).toEqual(PAYMENTS.map(({ PaymentNumber }) => PaymentNumber));
    });

    it('has the rows that match the filter, in the order of the list', async () => {
        const element = create('Payment', { payments: PAYMENTS });
        await change(element, 'lightning-combobox', 'Canceled');
        const table = element.shadowRoot?.querySelector('c-record-table');
        for (const _time of ['ascending', 'descending']) {
            table?.dispatchEvent(new CustomEvent('sort', { detail: { key: 'amount' } }));
        }
        await Promise.resolve();
        expect(exportButton(element)).toMatchObject({ alternativeText: 'Export Payments as CSV (rows: 5)' });
        const [, ...rows] = await exported(element);
        expect(rows.map(([number]) => number)).toEqual(['P-0020', 'P-0015', 'P-0010', 'P-0005', 'P-0000']);
    });

    it('is not offered where there is nothing to export', async () => {
        expect(exportButton(create('Payment', { payments: [] }))).toBeNull();
        const element = create('Payment', { payments: PAYMENTS });
        await change(element, 'lightning-input', 'nothing like it');
        expect(exportButton(element)).toBeNull();
    });

    it('has no cell that a spreadsheet would run', async () => {
        const Status = '=HYPERLINK("https://evil.example","Open")';
        const [, row] = await exported(create('Payment', { payments: [{ Id: 'p1', Status }] }));
        expect(row?.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    });

    it('tells no confidential reason', async () => {
        const log = { Id: 'l1', InteractionStatus: 'Failed', GatewayMessage: 'stolen_card, Fraudulent, pickup_card' };
        const rows = await exported(create('PaymentGatewayLog', { logs: [log] }));
        expect(JSON.stringify(rows)).not.toMatch(/stolen|fraud|pickup/i);
    });
});

describe('downloadCsv', () => {
    it('says that the text is UTF-8, in a way that spreadsheets understand', async () => {
        downloadCsv('Payment.csv', '"é"\r\n');
        expect(await textOf(downloads[0]?.blob)).toBe('\uFEFF"é"\r\n');
    });

    it('is a file of a kind that Lightning Web Security lets through', () => {
        downloadCsv('Payment.csv', '');
        expect(downloads[0]?.fileName).toBe('Payment.csv');
        expect(downloads[0]?.blob.type).toBe('application/octet-stream');
    });

    it('leaves nothing behind', () => {
        downloadCsv('Payment.csv', '');
        expect(revokeObjectURL).toHaveBeenCalledWith('blob:csv');
        expect(document.body.children).toHaveLength(0);
    });
});

describe.each(ALL_SECRETS)('$name', ({ texts }) => {
    const numRuns = Math.min(3, fc.readConfigureGlobal().numRuns ?? 3);

    it('is neither in the list of logs nor in its export', async () => {
        await fc.assert(
            fc.asyncProperty(texts, async (secret) => {
                document.body.replaceChildren();
                const log: PaymentGatewayLog = {
                    Id: 'l1',
                    PaymentGatewayLogNumber: secret,
                    InteractionType: secret,
                    InteractionStatus: secret,
                    IsNotification: secret,
                    GatewayAuthCode: secret,
                    GatewayMessage: `ERROR: {"note":${JSON.stringify(secret)}}`,
                    GatewayRefNumber: secret,
                    GatewayResultCode: secret,
                    GatewayResultCodeDescription: `Declined: ${secret}`,
                    SfRefNumber: secret,
                    SfResultCode: secret,
                    GatewayDate: secret,
                    stripeAccountId__c: secret,
                    stripeChargeId__c: secret
                };
                const element = create('PaymentGatewayLog', { logs: [log] });
                const rows = await exported(element);
                expect(rows).toHaveLength(2);
                expect([shows(everythingIn(element), secret), shows(JSON.stringify(rows), secret)]).toEqual([
                    false,
                    false
                ]);
            }),
            { numRuns }
        );
    });
});
