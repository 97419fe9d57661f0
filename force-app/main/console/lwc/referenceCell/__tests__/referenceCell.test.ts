import { createElement } from 'lwc';
import type { ReferenceView } from 'c/paymentRows';
import ReferenceCell from 'c/referenceCell';

const PAYMENT: ReferenceView = {
    kind: 'stripe',
    text: 'pi_3Mtw',
    url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
    linkText: 'pi_3Mtw',
    target: 'pi_3Mtw',
    isSearch: false,
    description: 'payment, test mode',
    recordNumber: 'PA-0001',
    explain: () => ['authorization PA-0001: pi_3Mtw', 'test mode: this org is a sandbox']
};

const CHOICE: ReferenceView = {
    ...PAYMENT,
    choice: {
        gatewayId: 'g1',
        live: 'https://dashboard.stripe.com/payments/pi_3Mtw',
        test: 'https://dashboard.stripe.com/test/payments/pi_3Mtw'
    }
};

function create(reference: ReferenceView): HTMLElement {
    const element = createElement('c-reference-cell', { is: ReferenceCell });
    Object.assign(element, { reference });
    document.body.appendChild(element);
    return element;
}

const find = <Found extends Element>(element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector);
const linkIn = (element: HTMLElement) => find<HTMLAnchorElement>(element, 'a');

/** Puts a clipboard there, which jsdom does not have, and waits for the toast. */
function clickCopy(element: HTMLElement, writeText: jest.Mock): Promise<Event> {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const toast = new Promise<Event>((resolve) => element.addEventListener('lightning__showtoast', resolve));
    find(element, '.copy')?.dispatchEvent(new CustomEvent('click'));
    return toast;
}

async function clickExplain(element: HTMLElement): Promise<void> {
    find(element, '.explain')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
}

/** The choices of mode that the element tells of. */
function listenForChoices(element: HTMLElement): jest.Mock {
    const handler = jest.fn();
    element.addEventListener('modechoice', (event) => handler((event as CustomEvent).detail));
    return handler;
}

describe('c-reference-cell', () => {
    it('is a link that opens in a new tab and says so', async () => {
        const element = create(PAYMENT);
        const link = linkIn(element);
        expect(link?.href).toBe(PAYMENT.url);
        expect(link?.target).toBe('_blank');
        expect(link?.rel).toBe('noopener noreferrer');
        expect(link?.textContent).toBe('pi_3Mtw(payment, test mode, opens in the Stripe Dashboard in a new tab)');
        await expect(element).toBeAccessible();
    });

    it('shows a reference that has no page beside the link to one that has', async () => {
        const element = create({ ...PAYMENT, kind: 'salesforce', text: 'SF123456', linkText: 'Open pi_3Mtw' });
        expect(find(element, 'span')?.textContent).toBe('SF123456');
        expect(element.shadowRoot?.querySelectorAll('a')).toHaveLength(1);
        expect(linkIn(element)?.textContent).toMatch(/^Open pi_3Mtw\(payment, test mode/);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['secret', 'Hidden: holds a secret'],
        ['unsafe', 'Hidden: not a reference'],
        ['empty', 'None']
    ] as const)('has nothing to copy or to open for a reference that is %s', async (kind, text) => {
        const element = create({ kind, recordNumber: 'P-0001', explain: () => [] });
        expect(element.shadowRoot?.textContent).toBe(`${text}Explain the link of P-0001`);
        expect(linkIn(element)).toBeNull();
        expect(find(element, '.copy')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('copies the reference and says so', async () => {
        const element = create(PAYMENT);
        const writeText = jest.fn().mockResolvedValue(undefined);
        await clickCopy(element, writeText);
        expect(writeText).toHaveBeenCalledWith('pi_3Mtw');
        expect(find(element, '.copy')).toMatchObject({ title: 'Copy pi_3Mtw', textContent: 'Copy pi_3Mtw' });
    });

    it('says what to do when the browser does not allow copying', async () => {
        const toast = await clickCopy(create(PAYMENT), jest.fn().mockRejectedValue(new Error('denied')));
        expect(toast).toMatchObject({ detail: { variant: 'warning' } });
    });

    it('explains on demand how the link was found', async () => {
        const element = create(PAYMENT);
        expect(find(element, 'ul')).toBeNull();
        expect(find(element, '.explain')).toMatchObject({
            title: 'Explain the link of PA-0001',
            textContent: 'Explain the link of PA-0001',
            ariaExpanded: 'false'
        });
        await clickExplain(element);
        const lines = [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((line) => line.textContent);
        expect(lines).toEqual(PAYMENT.explain());
        expect(find(element, '.explain')).toMatchObject({ ariaExpanded: 'true' });
        await expect(element).toBeAccessible();
        await clickExplain(element);
        expect(find(element, 'ul')).toBeNull();
    });

    it('links to the request log that a log names', async () => {
        const url = 'https://dashboard.stripe.com/acct_1/test/logs/req_1';
        const element = create({ ...PAYMENT, requestLog: { url, requestId: 'req_1', mode: 'test' } });
        const link = find<HTMLAnchorElement>(element, '.request-log');
        expect(link).toMatchObject({ href: url, target: '_blank', rel: 'noopener noreferrer' });
        expect(link?.textContent).toBe('Open request log req_1(opens in the Stripe Dashboard in a new tab)');
        await expect(element).toBeAccessible();
    });

    it('shows what speaks against the link', async () => {
        const element = create({ ...PAYMENT, warning: 'The evidence disagrees.' });
        expect(element.shadowRoot?.textContent).toContain('The evidence disagrees.');
        await expect(element).toBeAccessible();
    });

    it.each([
        [false, 'Open pi_3Mtw: live or test?'],
        [true, 'Search Stripe for pi_3Mtw: live or test?']
    ])('offers both modes instead of a link where the mode is not known (search: %s)', async (isSearch, label) => {
        const element = create({ ...CHOICE, isSearch });
        expect(linkIn(element)).toBeNull();
        expect(find(element, 'lightning-button-menu')).toMatchObject({ label });
        await expect(element).toBeAccessible();
    });

    it('opens what was chosen without a way back, and tells the choice', () => {
        const open = jest.spyOn(window, 'open').mockReturnValue(null);
        const element = create(CHOICE);
        const handler = listenForChoices(element);
        const menu = find(element, 'lightning-button-menu');
        menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'test' } }));
        expect(open).toHaveBeenCalledWith(CHOICE.choice?.test, '_blank', 'noopener,noreferrer');
        expect(handler).toHaveBeenCalledWith({ gatewayId: 'g1', mode: 'test' });
    });

    describe('once a mode was chosen', () => {
        /** The element after a choice, which has taken the menu with it. */
        async function choose(before: (element: HTMLElement) => void = () => undefined): Promise<HTMLElement> {
            jest.spyOn(window, 'open').mockReturnValue(null);
            const element = create(CHOICE);
            find(element, 'lightning-button-menu')?.dispatchEvent(
                new CustomEvent('select', { detail: { value: 'live' } })
            );
            before(element);
            Object.assign(element, { reference: { ...PAYMENT, chosenFor: 'g1' } });
            await Promise.resolve();
            return element;
        }

        it('keeps the focus in its place, as its menu goes away', async () => {
            const element = await choose();
            expect(element.shadowRoot?.activeElement?.classList).toContain('explain');
        });

        it('leaves the focus where the person has gone on to', async () => {
            const element = await choose((chosen) => find<HTMLElement>(chosen, '.copy')?.focus());
            expect(element.shadowRoot?.activeElement?.classList).toContain('copy');
        });

        it('does not take the focus again later', async () => {
            const element = await choose();
            find<HTMLElement>(element, '.explain')?.blur();
            Object.assign(element, { reference: { ...PAYMENT, text: 'pi_other' } });
            await Promise.resolve();
            expect(element.shadowRoot?.activeElement).toBeNull();
        });
    });

    it('shows no reference, and nothing to explain, as long as it has none', async () => {
        const element = createElement('c-reference-cell', { is: ReferenceCell }) as unknown as HTMLElement;
        document.body.appendChild(element);
        expect(find(element, 'span')?.textContent).toBe('None');
        await clickExplain(element);
        expect(find(element, 'li')).toBeNull();
    });

    it('takes a choice back', async () => {
        const element = create({ ...PAYMENT, chosenFor: 'g1' });
        const handler = listenForChoices(element);
        await clickExplain(element);
        find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(element.shadowRoot?.activeElement?.classList).toContain('explain');
        expect(handler).toHaveBeenCalledWith({ gatewayId: 'g1', mode: undefined });
    });
});
