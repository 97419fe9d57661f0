import type { PaymentGatewayLog } from 'c/paymentRecord';
import { find, LOG, open, openRequest, openWith, press, provideClipboard, drawn, writeText } from './modal';

beforeEach(provideClipboard);

const FAILED: PaymentGatewayLog = { ...LOG, InteractionStatus: 'Failed', SfResultCode: 'Decline' };
const HINT = /fraud|lost|stolen|blacklist|theft|pick_?up|do not tell|43/i;

const decline = (code: string) =>
    JSON.stringify({ error: { code: 'card_declined', decline_code: code, network_decline_code: '43' } });

const viewsIn = (modal: HTMLElement) => [...(modal.shadowRoot?.querySelectorAll('c-message-view') ?? [])];

/** Presses every button that copies something, wherever it stands; the texts that were copied. */
async function everyCopy(modal: HTMLElement): Promise<string[]> {
    const roots = [modal, ...(modal.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
    const buttons = roots.flatMap(({ shadowRoot }) => [
        ...(shadowRoot?.querySelectorAll('.copy, .copy-case, .copy-link, .copy-customer') ?? [])
    ]);
    buttons.forEach((button) => button.dispatchEvent(new CustomEvent('click')));
    await drawn();
    expect(writeText).toHaveBeenCalledTimes(buttons.length);
    return writeText.mock.calls.map(([text]) => text);
}

describe.each(['fraudulent', 'lost_card', 'stolen_card', 'merchant_blacklist'])('a decline for %s', (code) => {
    it('is told to the agent, with the guard', async () => {
        const modal = await openWith({ Response: decline(code) }, [FAILED]);
        const advice = find(modal, 'c-failure-advice').shadowRoot?.textContent;
        expect(advice).toContain('Do not tell the customer why: say that the card was declined.');
        await expect(modal).toBeAccessible();
    });

    it('is in bodies that cannot be copied here', async () => {
        const modal = await openWith({ Request: 'amount=1', Response: decline(code) }, [FAILED]);
        await openRequest(modal);
        expect(viewsIn(modal).map(({ shadowRoot }) => shadowRoot?.querySelector('.copy'))).toEqual([null, null]);
        expect(
            viewsIn(modal).map(({ shadowRoot }) => /must not be passed on/.test(shadowRoot?.textContent ?? ''))
        ).toEqual([true, true]);
    });

    it.each([
        ['in the response', { Response: decline(code) }, FAILED],
        ['in the fields', {}, { ...FAILED, GatewayResultCode: 'card_declined', GatewayMessage: `43: ${code}` }],
        ['in the fields as JSON', {}, { ...FAILED, GatewayMessage: decline(code) }]
    ])('is revealed by nothing that can be copied: %s', async (_place, body, log) => {
        const modal = await openWith(body, [log]);
        const copies = await everyCopy(modal);
        expect(copies.length).toBeGreaterThanOrEqual(4);
        expect(copies.join('\n')).not.toMatch(HINT);
        const [summary] = copies.filter((text) => text.includes('gateway log'));
        expect(summary?.split('\n').slice(-2)).toEqual([
            expect.stringMatching(/^Codes: card_declined$/),
            'What happened: declined'
        ]);
    });

    it('is revealed by nothing that can be copied while the bodies are read, or are hidden', async () => {
        const modal = open([{ ...FAILED, GatewayResultCode: code }]);
        expect((await everyCopy(modal)).join('\n')).not.toMatch(HINT);
    });

    it('is not copied from a body that nobody knew to tell it', async () => {
        const modal = await openWith({ Response: `Declined by the bank (${code}).` }, [FAILED]);
        expect((await everyCopy(modal)).join('\n')).not.toMatch(HINT);
    });
});

describe('a decline that may be told', () => {
    it('can be copied with its bodies', async () => {
        const modal = await openWith({ Response: decline('insufficient_funds') }, [FAILED]);
        const copies = await everyCopy(modal);
        expect(copies.some((text) => text.includes('"decline_code": "insufficient_funds"'))).toBe(true);
        await press(modal, '.copy-case');
        expect(writeText.mock.calls.at(-1)?.[0]).toContain('Codes: insufficient_funds');
    });
});
