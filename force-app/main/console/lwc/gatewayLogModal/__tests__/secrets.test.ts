import fc from 'fast-check';
import type { PaymentGatewayLog } from 'c/paymentRecord';
import { ALL_SECRETS, shows } from '../../../../model/lwc/redaction/__tests__/secrets';
import { everythingIn } from './everything';
import { drawn, failOnce, LOG, open, openRequest, openWith, provideClipboard, writeText } from './modal';

jest.mock('@salesforce/customPermission/Stripe_Payments_Reveal_Personal_Data', () => ({ default: true }), {
    virtual: true
});

beforeEach(provideClipboard);

const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** What is written to the console from now on. */
function listenToConsole(): () => string {
    const spies = METHODS.map((method) => jest.spyOn(console, method).mockImplementation(() => undefined));
    return () => JSON.stringify(spies.flatMap(({ mock }) => mock.calls.map((call) => call.map(String))));
}

afterEach(() => jest.restoreAllMocks());

/** A failed log with the secret in every field that can hold a text. */
function logWith(secret: string): PaymentGatewayLog {
    return {
        ...LOG,
        PaymentGatewayLogNumber: secret,
        InteractionType: secret,
        InteractionStatus: secret,
        IsNotification: secret,
        GatewayAuthCode: secret,
        GatewayMessage: `ERROR: {"error":{"message":${JSON.stringify(secret)}}}`,
        GatewayRefNumber: secret,
        GatewayResultCode: secret,
        GatewayResultCodeDescription: `Declined: ${secret}`,
        SfRefNumber: secret,
        SfResultCode: secret,
        GatewayDate: secret,
        PaymentGateway: { PaymentGatewayName: secret },
        stripeAccountId__c: secret,
        stripeAccountType__c: secret,
        stripeChargeId__c: secret
    };
}

const BODIES: [string, (secret: string) => string][] = [
    [
        'JSON',
        (secret) => JSON.stringify({ error: { message: secret, code: secret }, data: [secret], note: `See ${secret}.` })
    ],
    ['JSON with it as a key', (secret) => JSON.stringify({ metadata: { [secret]: 'x' } })],
    ['JSON in JSON', (secret) => JSON.stringify({ body: JSON.stringify({ note: secret, list: [secret] }) })],
    ['JSON behind a word', (secret) => `ERROR: ${JSON.stringify({ note: secret })}`],
    ['JSON that is cut off in it', (secret) => JSON.stringify({ a: 1, note: secret }).slice(0, -6)],
    ['a form', (secret) => `amount=1&metadata[note]=${encodeURIComponent(secret)}&note=${encodeURIComponent(secret)}`],
    ['HTTP', (secret) => `POST /v1/charges HTTP/1.1\nAuthorization: ${secret.split('\n')[0]}\n\nnote: ${secret}`],
    ['text', (secret) => `The gateway said:\n${secret}\nand no more.`]
];

/** Opens, expands, searches, reveals, reads as text, copies: everything that a person can do with a log. */
async function useEverything(modal: HTMLElement): Promise<string[]> {
    const seen = [everythingIn(modal)];
    await openRequest(modal);
    const root = modal.shadowRoot;
    const views = [...(root?.querySelectorAll('c-message-view') ?? [])];
    const pressIn = (selector: string) =>
        [root, ...[...(root?.querySelectorAll('*') ?? [])].map(({ shadowRoot }) => shadowRoot)].forEach((part) =>
            part?.querySelectorAll(selector).forEach((button) => button.dispatchEvent(new CustomEvent('click')))
        );
    const changeIn = (selector: string, value: string) =>
        views.forEach(({ shadowRoot }) =>
            shadowRoot?.querySelector(selector)?.dispatchEvent(new CustomEvent('change', { detail: { value } }))
        );
    pressIn('.reveal, .expand-all, .explain');
    await drawn();
    seen.push(everythingIn(modal));
    changeIn('lightning-radio-group', 'text');
    changeIn('lightning-input', '••••••');
    await drawn();
    seen.push(everythingIn(modal));
    pressIn('.copy, .copy-case, .copy-link, .copy-customer');
    await drawn();
    return [...seen, everythingIn(document.body)];
}

/** Each kind of secret several times, at each of the places. */
const numRuns = Math.min(3, fc.readConfigureGlobal().numRuns ?? 3);

describe.each(ALL_SECRETS)('$name', ({ texts }) => {
    it('is nowhere, wherever it stands in a log: page, clipboard, console', async () => {
        const written = listenToConsole();
        await fc.assert(
            fc.asyncProperty(
                texts,
                fc.constantFrom(...BODIES),
                fc.constantFrom(...BODIES),
                async (secret, one, other) => {
                    document.body.replaceChildren();
                    writeText.mockClear();
                    const modal = await openWith({ Request: one[1](secret), Response: other[1](secret) }, [
                        logWith(secret)
                    ]);
                    const seen = await useEverything(modal);
                    const copies = writeText.mock.calls.map(([text]) => text);
                    expect(copies.length).toBeGreaterThanOrEqual(4);
                    const outputs = { page: seen.join('\n'), clipboard: copies.join('\n'), console: written() };
                    const leaks = Object.entries(outputs).filter(([, output]) => shows(output, secret));
                    expect(leaks.map(([place]) => place)).toEqual([]);
                }
            ),
            { numRuns }
        );
    });

    it('is in no message about an error', async () => {
        const written = listenToConsole();
        await fc.assert(
            fc.asyncProperty(texts, async (secret) => {
                document.body.replaceChildren();
                failOnce({ status: 500, body: { message: `Failed at {"note":${JSON.stringify(secret)}}: ${secret}` } });
                const modal = open();
                await drawn();
                expect(everythingIn(modal)).toMatch(/Salesforce could not read the records\. [^"]* Failed at/);
                expect([shows(everythingIn(modal), secret), shows(written(), secret)]).toEqual([false, false]);
            }),
            { numRuns }
        );
    });
});
