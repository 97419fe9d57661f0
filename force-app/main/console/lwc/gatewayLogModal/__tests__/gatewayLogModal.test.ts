import { createElement } from 'lwc';
import { onChosenModes, rememberMode } from 'c/chosenModes';
import GatewayLogModal from 'c/gatewayLogModal';
import type { PaymentGatewayLog } from 'c/paymentRecord';
import type { ReferenceView } from 'c/paymentRows';
import { NO_SETTINGS } from 'c/stripeEvidence';
import {
    askedFor,
    drawn,
    factsIn,
    find,
    has,
    headingOf,
    linesOf,
    LOG,
    open,
    openRequest,
    openWith,
    press,
    provideClipboard,
    statusOf,
    writeText
} from './modal';

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: undefined }), {
    virtual: true
});

beforeEach(provideClipboard);

const REQUEST = 'amount=1099&currency=eur&metadata[order_id]=00000102';
const RESPONSE = '{"id":"ch_3MmlLrLkdIwHu7ix0snN0B15","status":"succeeded","livemode":false}';
const DECLINE = '{"error":{"code":"card_declined","decline_code":"insufficient_funds","type":"card_error"}}';
const FAILED: PaymentGatewayLog = { ...LOG, InteractionStatus: 'Failed', SfResultCode: 'Decline' };

const logButtons = (modal: HTMLElement) => [
    ...(modal.shadowRoot?.querySelectorAll<HTMLElement & { label: string; variant: string }>(
        '.logs lightning-button'
    ) ?? [])
];

describe('c-gateway-log-modal', () => {
    it('reads the bodies of the one log, once', async () => {
        await openWith({ Request: REQUEST, Response: RESPONSE });
        expect(askedFor()).toEqual(['l1']);
    });

    it('says what was tried, when, how it ended and for how much', async () => {
        const modal = await openWith({ Request: REQUEST, Response: RESPONSE });
        expect(headingOf(modal)).toBe('Gateway log PGL-0001');
        expect(factsIn(modal)).toEqual({
            Interaction: 'Capture',
            'Amount asked for': '€10.99',
            'Date (America/Los_Angeles)': expect.stringContaining('Dec 31, 2025, 7:00'),
            Outcome: 'Success',
            Record: 'P-0001',
            'Idempotency key': 'idempotency-1',
            'Gateway Reference': ''
        });
        expect(find(modal, '.slds-badge').className).toContain('slds-theme_success');
        expect(find(modal, 'c-reference-cell')).toMatchObject({
            reference: { url: 'https://dashboard.stripe.com/test/payments/ch_3MmlLrLkdIwHu7ix0snN0B15' }
        });
        await expect(modal).toBeAccessible();
    });

    it('shows the response, and the request when it is asked for', async () => {
        const modal = await openWith({ Request: REQUEST, Response: RESPONSE });
        expect(linesOf(modal, 'Response')).toContain('status:succeeded');
        expect(linesOf(modal, 'Request')).toEqual([]);
        await openRequest(modal);
        expect(linesOf(modal, 'Request')).toEqual(expect.arrayContaining(['amount:1099', '▾metadata:1 field']));
        await expect(modal).toBeAccessible();
    });

    it('links the ids in the bodies in the account and mode that the response names', async () => {
        const url = 'https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/logs/req_1abc';
        const Response = JSON.stringify({
            error: { code: 'card_declined', charge: 'ch_1Charge', request_log_url: url },
            id: 'pi_1Intent'
        });
        const modal = await openWith({ Response }, [FAILED], {}, { settings: NO_SETTINGS });
        const view = find(modal, 'c-message-view');
        const links = [...(view.shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href);
        expect(links).toContain('https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/payments/pi_1Intent');
        expect(links).toContain('https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/payments/ch_1Charge');
    });

    it('links no id where nothing tells the mode', async () => {
        const modal = await openWith({ Response: '{"id":"pi_1Intent"}' }, [LOG], {}, { settings: NO_SETTINGS });
        expect(linesOf(modal, 'Response')).toEqual(['id:pi_1Intent']);
        expect(find(modal, 'c-message-view').shadowRoot?.querySelector('a')).toBeNull();
    });

    it('takes a mode that the person chooses in it, for all links of the page, and one that is chosen elsewhere', async () => {
        const chosen = jest.fn();
        const stop = onChosenModes(chosen);
        const modal = await openWith({ Response: '{"id":"pi_1Intent"}' }, [LOG], {}, { settings: NO_SETTINGS });
        const reference = () => find<HTMLElement & { reference: ReferenceView }>(modal, 'c-reference-cell').reference;
        expect(reference().choice).toBeDefined();
        find(modal, 'c-reference-cell').dispatchEvent(
            new CustomEvent('modechoice', { detail: { gatewayId: '', mode: 'test' } })
        );
        await drawn();
        expect(chosen).toHaveBeenCalledWith({ '': 'test' });
        expect(reference().url).toBe('https://dashboard.stripe.com/test/payments/ch_3MmlLrLkdIwHu7ix0snN0B15');
        rememberMode('', 'live');
        await drawn();
        expect(reference()).toMatchObject({ choice: undefined, chosenFor: '' });
        expect(reference().url).toBe('https://dashboard.stripe.com/payments/ch_3MmlLrLkdIwHu7ix0snN0B15');
        modal.remove();
        rememberMode('', undefined);
        document.body.appendChild(modal);
        await drawn();
        expect(reference().chosenFor).toBe('');
        stop();
    });

    it('explains a failure by what the response tells of it', async () => {
        const modal = await openWith({ Response: DECLINE }, [FAILED]);
        expect(find(modal, 'c-failure-advice').shadowRoot?.textContent).toContain(
            'The account has too little money or credit for this payment.'
        );
        await expect(modal).toBeAccessible();
    });

    it('explains what a notification tells, whose request is the event', async () => {
        const refund = { object: 'refund', amount: 1000, currency: 'usd', failure_reason: 'insufficient_funds' };
        const event = { object: 'event', livemode: true, data: { object: refund } };
        const log: PaymentGatewayLog = { ...LOG, InteractionType: 'ReferencedRefund', IsNotification: 'Yes' };
        const modal = await openWith(
            { Request: JSON.stringify(event), Response: '[accepted]' },
            [log],
            {},
            { settings: NO_SETTINGS }
        );
        expect(find(modal, 'c-failure-advice').shadowRoot?.textContent).toContain('balance');
        expect(factsIn(modal)).toMatchObject({ 'Amount asked for': '$10.00' });
        expect(find(modal, 'c-message-view')).toMatchObject({ context: { mode: 'live' } });
    });

    it('explains nothing where nothing failed', async () => {
        expect(has(await openWith({ Response: RESPONSE }), 'c-failure-advice')).toBe(false);
    });

    it('opens a log that is not among the records, as far as it can', async () => {
        const modal = await openWith({ Response: RESPONSE }, [LOG], {}, { logId: '0Xt000000000001' });
        expect(headingOf(modal)).toBe('Gateway log 0Xt000000000001');
        expect(linesOf(modal, 'Response')).toContain('status:succeeded');
        await expect(modal).toBeAccessible();
    });

    it('closes', async () => {
        const modal = await openWith({});
        await press(modal, '.close');
        expect((modal as HTMLElement & { close: jest.Mock }).close).toHaveBeenCalledTimes(1);
    });
});

describe('the logs of an interaction', () => {
    const ANSWER: PaymentGatewayLog = {
        ...LOG,
        Id: 'l2',
        PaymentGatewayLogNumber: 'PGL-0002',
        IsNotification: 'Yes',
        CreatedDate: '2026-01-01T03:05:00.000Z'
    };
    const OTHER: PaymentGatewayLog = {
        ...ANSWER,
        Id: 'l3',
        PaymentGatewayLogNumber: 'PGL-0003',
        ReferencedEntityId: 'p2'
    };

    it('are at hand, and the one that is shown is told', async () => {
        const modal = await openWith({ Response: RESPONSE }, [LOG, ANSWER, OTHER]);
        expect(factsIn(modal).Attempt).toBe('Answered by PGL-0002');
        expect(logButtons(modal).map((button) => [button.label, button.variant, button.ariaPressed])).toEqual([
            ['PGL-0001', 'brand', 'true'],
            ['PGL-0002', 'neutral', 'false']
        ]);
        expect(find(modal, '.logs').getAttribute('aria-label')).toBe('Logs of this interaction');
        await expect(modal).toBeAccessible();
    });

    it('are gone to by their buttons, which stay, so that the keyboard does', async () => {
        const modal = await openWith({ Response: RESPONSE }, [LOG, ANSWER]);
        const [, second] = logButtons(modal);
        second?.dispatchEvent(new CustomEvent('click'));
        await drawn();
        expect(headingOf(modal)).toBe('Gateway log PGL-0002');
        expect(askedFor()).toEqual(['l1', 'l2']);
        expect(logButtons(modal)[1]).toBe(second);
        expect(logButtons(modal).map(({ ariaPressed }) => ariaPressed)).toEqual(['false', 'true']);
    });

    it('are not listed where there is only one', async () => {
        expect(has(await openWith({}, [LOG, OTHER]), '.logs')).toBe(false);
    });

    it('are those of the earlier and later attempts as well', async () => {
        const first = { ...FAILED };
        const second = {
            ...LOG,
            Id: 'l2',
            PaymentGatewayLogNumber: 'PGL-0002',
            CreatedDate: '2026-01-02T00:00:00.000Z'
        };
        const modal = await openWith({}, [first, second]);
        expect(logButtons(modal).map(({ label }) => label)).toEqual(['PGL-0001', 'PGL-0002']);
        expect(factsIn(modal).Attempt).toContain('Attempt 1 of 2');
    });
});

describe('what is copied of a log', () => {
    it('is its whole address', async () => {
        const modal = await openWith({});
        await press(modal, '.copy-link');
        expect(writeText).toHaveBeenCalledWith('https://example.my.salesforce.com/page?c__log=l1');
        expect(statusOf(modal)).toBe('Copied.');
    });

    it('is a case for a ticket, of the record and the log', async () => {
        const modal = await openWith({ Response: DECLINE }, [FAILED]);
        await press(modal, '.copy-case');
        expect(writeText.mock.calls[0]?.[0].split('\n')).toEqual(
            expect.arrayContaining([
                'Order: 00000102',
                'payment P-0001',
                'Amount: 10.99 USD',
                'gateway log PGL-0001',
                'Codes: insufficient_funds, card_declined, Decline',
                'What happened: The account has too little money or credit for this payment.'
            ])
        );
        expect(statusOf(modal)).toBe('Copied.');
    });

    it('is a case of the log alone where its record is not there', async () => {
        const modal = await openWith({}, [{ ...LOG, ReferencedEntityId: undefined }]);
        await press(modal, '.copy-case');
        expect(writeText.mock.calls[0]?.[0]).not.toContain('payment P-0001');
        expect(writeText.mock.calls[0]?.[0]).toContain('gateway log PGL-0001');
    });

    it('is no address while the page has none', async () => {
        const modal = await openWith({}, [LOG], {}, { addressOf: () => Promise.resolve('') });
        await press(modal, '.copy-link');
        expect(writeText).not.toHaveBeenCalled();
        expect(statusOf(modal)).not.toBe('Copied.');
    });

    it('is no address where nobody can tell it', async () => {
        const modal = createElement('c-gateway-log-modal', { is: GatewayLogModal }) as unknown as HTMLElement;
        document.body.appendChild(modal);
        await press(modal, '.copy-link');
        expect(writeText).not.toHaveBeenCalled();
        expect(statusOf(modal)).not.toBe('Copied.');
    });

    it('is nothing where the browser does not allow it, which is said', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const modal = open();
        await press(modal, '.copy-link');
        expect(statusOf(modal)).toMatch(/copy/i);
        expect(statusOf(modal)).not.toBe('Copied.');
    });
});
