import { createElement } from 'lwc';
import type { ReferenceView } from 'c/paymentRows';
import ReferenceDetails from 'c/referenceDetails';
import { CHOICE, PAYMENT } from '../../referenceLine/__tests__/references';

function create(properties: { reference?: ReferenceView; isExplained?: boolean } = {}): HTMLElement {
    const element = createElement('c-reference-details', { is: ReferenceDetails }) as unknown as HTMLElement;
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

const find = <Found extends Element>(element: HTMLElement, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector);
const textOf = (element: HTMLElement) => element.shadowRoot?.textContent;

/** What the element tells by events of this name. */
function listen(element: HTMLElement, name: string): jest.Mock {
    const handler = jest.fn();
    element.addEventListener(name, (event) => handler((event as CustomEvent).detail));
    return handler;
}

describe('c-reference-details', () => {
    it('says nothing of a reference that is its own link, and nothing without a reference', () => {
        expect(textOf(create({ reference: PAYMENT }))).toBe('');
        expect(textOf(create())).toBe('');
        expect(textOf(create({ isExplained: true }))).toBe('');
    });

    it('links to the page that the reference leads to, with where that is', async () => {
        const element = create({ reference: { ...PAYMENT, text: 'SF123456', linkText: 'Open pi_3Mtw' } });
        const link = find<HTMLAnchorElement>(element, 'a');
        expect(link).toMatchObject({ href: PAYMENT.url, target: '_blank', rel: 'noopener noreferrer' });
        expect(link?.textContent).toBe('Open pi_3Mtw(payment, test mode, opens in the Stripe Dashboard in a new tab)');
        expect(find(element, 'div')?.textContent).toBe('payment, test mode');
        await expect(element).toBeAccessible();
    });

    it('links to the request log that a log names', async () => {
        const url = 'https://dashboard.stripe.com/acct_1/test/logs/req_1';
        const element = create({ reference: { ...PAYMENT, requestLog: { url, requestId: 'req_1', mode: 'test' } } });
        const link = find<HTMLAnchorElement>(element, '.request-log');
        expect(link).toMatchObject({ href: url, target: '_blank', rel: 'noopener noreferrer' });
        expect(link?.textContent).toBe('Open request log req_1(opens in the Stripe Dashboard in a new tab)');
        await expect(element).toBeAccessible();
    });

    it('shows what speaks against the link', async () => {
        const element = create({ reference: { ...PAYMENT, warning: 'The evidence disagrees.' } });
        expect(textOf(element)).toBe('The evidence disagrees.');
        await expect(element).toBeAccessible();
    });

    it('explains how the link was found, where it is asked', async () => {
        const element = create({ reference: PAYMENT, isExplained: true });
        const lines = [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((line) => line.textContent);
        expect(lines).toEqual(PAYMENT.explain());
        expect(find(element, 'lightning-button')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        [false, 'Open pi_3Mtw: live or test?'],
        [true, 'Search Stripe for pi_3Mtw: live or test?']
    ])('offers both modes instead of a link where the mode is not known (search: %s)', async (isSearch, label) => {
        const element = create({ reference: { ...CHOICE, isSearch } });
        expect(find(element, 'a')).toBeNull();
        expect(find(element, 'lightning-button-menu')).toMatchObject({ label });
        expect(textOf(element)).toBe('payment, test mode');
        await expect(element).toBeAccessible();
    });

    it('opens what was chosen without a way back, and tells the choice', () => {
        const open = jest.spyOn(window, 'open').mockReturnValue(null);
        const element = create({ reference: CHOICE });
        const handler = listen(element, 'modechoice');
        const menu = find(element, 'lightning-button-menu');
        menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'test' } }));
        expect(open).toHaveBeenCalledWith(CHOICE.choice?.test, '_blank', 'noopener,noreferrer');
        expect(handler).toHaveBeenCalledWith({ gatewayId: 'g1', mode: 'test' });
    });

    it('takes a choice back, and hands on the focus that its button had', () => {
        const element = create({ reference: { ...PAYMENT, chosenFor: 'g1' }, isExplained: true });
        const handler = listen(element, 'modechoice');
        const focusLost = listen(element, 'focusloss');
        find(element, 'lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(handler).toHaveBeenCalledWith({ gatewayId: 'g1', mode: undefined });
        expect(focusLost).toHaveBeenCalledTimes(1);
    });
});
