import type { PaymentGatewayLog } from 'c/paymentRecord';
import {
    answerLater,
    answerOnce,
    answerOnceWith,
    askedFor,
    drawn,
    factsIn,
    failOnce,
    find,
    has,
    headingOf,
    linesOf,
    LOG,
    open,
    openRequest,
    press
} from './modal';

const RESPONSE = '{"status":"succeeded"}';
const SECOND: PaymentGatewayLog = {
    ...LOG,
    Id: 'l2',
    PaymentGatewayLogNumber: 'PGL-0002',
    IsNotification: 'Yes',
    CreatedDate: '2026-01-01T03:05:00.000Z'
};

const alertIn = (modal: HTMLElement) => find(modal, '[role=alert]').textContent;

async function goTo(modal: HTMLElement, number: number): Promise<void> {
    await press(modal, `.logs lightning-button:nth-of-type(${number})`);
}

describe('while a log is read', () => {
    it('says so, and shows what is known already', async () => {
        answerLater();
        const modal = open();
        await drawn();
        expect(find(modal, 'lightning-spinner')).toMatchObject({ alternativeText: 'Loading Gateway log PGL-0001' });
        expect(factsIn(modal)).toMatchObject({ Interaction: 'Capture', Outcome: 'Success' });
        expect(has(modal, 'lightning-tabset')).toBe(true);
        await expect(modal).toBeAccessible();
    });

    it('takes no answer that comes late for another log', async () => {
        const answerFirst = answerLater();
        const modal = open([LOG, SECOND]);
        const answerSecond = answerLater();
        await goTo(modal, 2);
        answerSecond({ Response: '{"of":"the second"}' });
        await drawn();
        answerFirst({ Response: '{"of":"the first"}' });
        await drawn();
        expect(headingOf(modal)).toBe('Gateway log PGL-0002');
        expect(linesOf(modal, 'Response')).toEqual(['of:the second']);
    });

    it('takes no failure that comes late for another log', async () => {
        failOnce({ status: 500, body: { message: 'Too late.' } });
        const modal = open([LOG, SECOND]);
        answerOnce({ Response: RESPONSE });
        await goTo(modal, 2);
        expect(has(modal, '[role=alert]')).toBe(false);
        expect(linesOf(modal, 'Response')).toEqual(['status:succeeded']);
    });

    it('shows nothing of the log before in the next', async () => {
        answerOnce({ Response: RESPONSE });
        const modal = open([LOG, SECOND]);
        await drawn();
        answerLater();
        await goTo(modal, 2);
        expect(find(modal, 'c-message-view')).toMatchObject({ isLoading: true, message: { format: 'empty' } });
        expect(has(modal, 'lightning-spinner')).toBe(true);
    });
});

describe('a log that cannot be read', () => {
    it.each<[string, unknown, string]>([
        [
            'without a connection',
            new Error('Failed to fetch'),
            'The server could not be reached. Check your connection.'
        ],
        [
            'without the permission',
            { status: 403, body: { message: 'No.' } },
            'You do not have permission to read this.'
        ],
        ['of a server that fails', { status: 500, body: { message: 'No heap left.' } }, 'No heap left.']
    ])('says why: %s', async (_name, error, text) => {
        failOnce(error);
        const modal = open();
        await drawn();
        expect(alertIn(modal)).toContain(text);
        expect([has(modal, 'lightning-tabset'), has(modal, 'lightning-spinner')]).toEqual([false, false]);
        await expect(modal).toBeAccessible();
    });

    it('says that the object is not readable', async () => {
        answerOnceWith({ objectReadable: false, records: [], hiddenFields: [] });
        const modal = open();
        await drawn();
        expect(alertIn(modal)).toContain('You do not have permission to read this. Ask your administrator.');
    });

    it('says that it is not there', async () => {
        answerOnceWith({ objectReadable: true, records: [], hiddenFields: [] });
        const modal = open();
        await drawn();
        expect(alertIn(modal)).toContain('The record was not found. It may have been deleted.');
    });

    it('is read again on request', async () => {
        failOnce(new Error('Failed to fetch'));
        const modal = open();
        await drawn();
        answerOnce({ Response: RESPONSE });
        await press(modal, '[role=alert] lightning-button');
        expect(has(modal, '[role=alert]')).toBe(false);
        expect(linesOf(modal, 'Response')).toEqual(['status:succeeded']);
        expect(askedFor()).toEqual(['l1', 'l1']);
    });
});

describe('bodies that the user may not read', () => {
    const hiddenTexts = (modal: HTMLElement) =>
        [...(modal.shadowRoot?.querySelectorAll('.hidden') ?? [])].map(({ textContent }) => textContent);

    it('are not said to be empty: each names the field, and who can help', async () => {
        answerOnce({}, ['PaymentGatewayLog.Request', 'PaymentGatewayLog.Response']);
        const modal = open();
        await drawn();
        await openRequest(modal);
        expect(hiddenTexts(modal)).toEqual([
            'This is hidden from you. Your administrator can grant read access to PaymentGatewayLog.Response.',
            'This is hidden from you. Your administrator can grant read access to PaymentGatewayLog.Request.'
        ]);
        expect(has(modal, 'c-message-view')).toBe(false);
        await expect(modal).toBeAccessible();
    });

    it('leave the other one to be read', async () => {
        answerOnce({ Response: RESPONSE }, ['PaymentGatewayLog.Request']);
        const modal = open();
        await drawn();
        expect(hiddenTexts(modal)).toHaveLength(1);
        expect(linesOf(modal, 'Response')).toEqual(['status:succeeded']);
    });

    it('are told from such as were not recorded', async () => {
        answerOnce({});
        const modal = open();
        await drawn();
        await openRequest(modal);
        const views = [...(modal.shadowRoot?.querySelectorAll('c-message-view') ?? [])];
        expect(views.map(({ shadowRoot }) => shadowRoot?.textContent)).toEqual([
            'Nothing was recorded.',
            'Nothing was recorded.'
        ]);
    });
});
