import { createElement } from 'lwc';
import type { PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { paymentTimeline } from 'c/paymentTimeline';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';
import TimelineView from 'c/timelineView';

const NOW = Date.parse('2026-03-02T00:00:00Z');

const RECORDS: PaymentRecords = {
    ...NO_RECORDS,
    authorizations: [
        {
            Id: 'a1',
            PaymentAuthorizationNumber: 'PA-1',
            Amount: 100,
            Status: 'Processed',
            ProcessingMode: 'External',
            GatewayRefNumber: 'pi_3Mtw',
            GatewayDate: '2026-03-01T00:00:00Z',
            ExpirationDate: '2026-03-04T12:00:00Z'
        }
    ],
    refunds: [
        {
            Id: 'r1',
            RefundNumber: 'R-1',
            Amount: 40,
            Status: 'Canceled',
            SfResultCode: 'Decline',
            GatewayResultCode: 'expired_or_canceled_card',
            CreatedDate: '2026-03-01T10:00:00Z'
        },
        { Id: 'r2', RefundNumber: 'R-2', Amount: 10, Status: 'Pending' }
    ],
    logs: [
        {
            Id: 'l1',
            PaymentGatewayLogNumber: 'PGL-1',
            InteractionType: 'Authorization',
            InteractionStatus: 'Success',
            ReferencedEntityId: 'a1'
        }
    ]
};

function create(records = RECORDS): HTMLElement {
    const element = createElement('c-timeline-view', { is: TimelineView });
    const events = paymentTimeline(records, NOW);
    Object.assign(element, { events, index: new RecordIndex(records), settings: NO_SETTINGS, currency: 'EUR' });
    document.body.appendChild(element);
    return element;
}

const items = (element: HTMLElement) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [])];
const texts = (element: HTMLElement) => items(element).map((item) => item.textContent ?? '');
const badgeIn = (item: HTMLElement | undefined) => item?.querySelector('.slds-badge');

async function choose(element: HTMLElement, selector: string, value: string): Promise<void> {
    element.shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await Promise.resolve();
}

describe('c-timeline-view', () => {
    it('tells what happened, oldest first, by whom, and with which answer', async () => {
        const element = create();
        const [first, second, third] = texts(element);
        expect(first).toMatch(/Authorization.*€100\.00.*Done.*outside of Salesforce/);
        expect(second).toMatch(/Refund.*€40\.00/);
        expect(second).toContain('gateway: Decline, expired_or_canceled_card');
        expect(third).toContain('No date is known.');
        await expect(element).toBeAccessible();
    });

    it('says how long an authorization can still be captured', () => {
        expect(texts(create())[0]).toContain('Expires in 2 days');
    });

    it('never shows what failed or is pending as done', () => {
        const [, canceled, pending] = items(create());
        expect(badgeIn(canceled)?.textContent).toBe('Failed');
        expect(badgeIn(canceled)?.className).toContain('slds-theme_error');
        expect(canceled?.querySelector('.void')?.textContent).toBe('€40.00');
        expect(badgeIn(pending)?.textContent).toBe('Pending');
        expect(badgeIn(pending)?.className).not.toContain('slds-theme_success');
    });

    it('explains a failure', () => {
        const failure = items(create())[1]?.querySelector<HTMLElement & { failure: object }>(
            'c-failure-advice'
        )?.failure;
        expect(failure).toMatchObject({ happened: 'The refund could not be paid to the original payment method.' });
    });

    it('opens the logs that are folded into an event', () => {
        const element = create();
        const opened = jest.fn();
        element.addEventListener('readlog', (event) => opened((event as CustomEvent).detail));
        items(element)[0]?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(opened).toHaveBeenCalledWith({ logId: 'l1' });
    });

    it('tells what Salesforce did itself, and whose order nothing tells', () => {
        const CreatedDate = '2026-03-01T10:00:00Z';
        const payments = [
            { Id: 'p1', Status: 'Processed', ProcessingMode: 'Salesforce', CreatedDate },
            { Id: 'p2', Status: 'Processed', CreatedDate }
        ];
        const [first, second] = texts(create({ ...NO_RECORDS, payments }));
        expect(first).toContain('by Salesforce');
        expect(second).not.toContain('by Salesforce');
        for (const text of [first, second]) {
            expect(text).toContain('At the same time as another event: the order may be otherwise.');
        }
    });

    it('tells when an authorization has expired, and with how much left', () => {
        const [authorization] = RECORDS.authorizations;
        const textOf = (changes: object) => {
            const authorizations = [{ ...authorization!, ExpirationDate: '2026-03-01T23:00:00Z', ...changes }];
            return texts(create({ ...NO_RECORDS, authorizations }))[0];
        };
        expect(textOf({})).toMatch(/Expired 1 hour ago \(.*\); €100\.00 was left to capture/);
        expect(textOf({ Amount: undefined })).toMatch(/Expired 1 hour ago \(.*\); something was left to capture/);
    });

    it('is filtered by kind and by outcome, of those that occur', async () => {
        const element = create();
        const kinds = element.shadowRoot?.querySelector<HTMLElement & { options: { value: string }[] }>(
            '.kind'
        )?.options;
        expect(kinds?.map(({ value }) => value)).toEqual(['', 'authorization', 'refund']);
        await choose(element, '.kind', 'refund');
        expect(texts(element)).toHaveLength(2);
        await choose(element, '.state', 'pending');
        expect(texts(element)).toHaveLength(1);
        await choose(element, '.state', 'done');
        expect(element.shadowRoot?.textContent).toContain('No event matches the filter.');
        expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).toBe('0 of 3 events');
    });

    it('shows twenty events, and more on request', async () => {
        const refunds = Array.from({ length: 25 }, (_, index) => ({
            Id: `r${index}`,
            Amount: index,
            Status: 'Processed'
        }));
        const element = create({ ...NO_RECORDS, refunds });
        expect(items(element)).toHaveLength(20);
        element.shadowRoot?.querySelector('.more')?.dispatchEvent(new CustomEvent('click'));
        await Promise.resolve();
        expect(items(element)).toHaveLength(25);
        expect(element.shadowRoot?.querySelector('.more')).toBeNull();
        expect(element.shadowRoot?.activeElement).toBe(items(element)[20]);
    });

    it('shows no secret, personal data or deceiving character of a number or a code', () => {
        const hostile = '\u202Ejo@example.com sk_live_51HxYzABCDEFGHIJKLMNOPQR';
        const refund = { Id: 'r1', RefundNumber: hostile, SfResultCode: hostile, GatewayResultCode: hostile };
        const log = { Id: 'l1', PaymentGatewayLogNumber: hostile, ReferencedEntityId: 'r1', InteractionType: 'Refund' };
        const element = create({ ...NO_RECORDS, refunds: [refund], logs: [log] });
        const labels = [
            ...(element.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('lightning-button') ?? [])
        ].map(({ label }) => label);
        expect(labels).toHaveLength(1);
        expect(`${texts(element).join('')}${labels.join('')}`).not.toMatch(/jo@|51HxYz|\u202E/);
    });

    it('says of which objects events may be missing, and then not that nothing has happened', async () => {
        const unread = ['Payment', 'PaymentGatewayLog'];
        const told = 'not all records of these objects have been read: Payment, PaymentGatewayLog.';
        const element = create();
        Object.assign(element, { unread });
        await Promise.resolve();
        expect(element.shadowRoot?.textContent).toContain(told);
        expect(items(element)).toHaveLength(3);
        const empty = create(NO_RECORDS);
        Object.assign(empty, { unread });
        await Promise.resolve();
        expect(empty.shadowRoot?.textContent).toContain(told);
        expect(empty.shadowRoot?.textContent).not.toContain('Nothing has happened');
        expect(empty.shadowRoot?.querySelector('lightning-combobox')).toBeNull();
        await expect(empty).toBeAccessible();
    });

    it('says that nothing has happened', async () => {
        const element = create(NO_RECORDS);
        expect(element.shadowRoot?.textContent).toContain('Nothing has happened yet.');
        await expect(element).toBeAccessible();
    });
});
