import { createElement } from 'lwc';
import type { ReferenceView } from 'c/paymentRows';
import ReferenceCell from 'c/referenceCell';

const PAYMENT: ReferenceView = {
    kind: 'stripe',
    text: 'pi_3Mtw',
    url: 'https://dashboard.stripe.com/test/payments/pi_3Mtw',
    linkText: 'pi_3Mtw',
    description: 'payment, test mode'
};

function create(reference: ReferenceView): HTMLElement {
    const element = createElement('c-reference-cell', { is: ReferenceCell });
    Object.assign(element, { reference });
    document.body.appendChild(element);
    return element;
}

const linkIn = (element: HTMLElement) => element.shadowRoot?.querySelector('a');
const buttonIn = (element: HTMLElement) => element.shadowRoot?.querySelector('lightning-button-icon');

/** Puts a clipboard there, which jsdom does not have, and records the toasts. */
function clickCopy(element: HTMLElement, writeText: jest.Mock) {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const toast = new Promise<Event>((resolve) => element.addEventListener('lightning__showtoast', resolve));
    buttonIn(element)?.dispatchEvent(new CustomEvent('click'));
    return toast;
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
        expect(element.shadowRoot?.querySelector('span')?.textContent).toBe('SF123456');
        expect(element.shadowRoot?.querySelectorAll('a')).toHaveLength(1);
        expect(linkIn(element)?.textContent).toMatch(/^Open pi_3Mtw, payment, test mode/);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['secret', 'Hidden: holds a secret'],
        ['unsafe', 'Hidden: not a reference'],
        ['empty', 'None']
    ] as const)('has nothing to copy or to open for a reference that is %s', async (kind, text) => {
        const element = create({ kind });
        expect(element.shadowRoot?.textContent).toBe(text);
        expect(linkIn(element)).toBeNull();
        expect(buttonIn(element)).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('copies the reference and says so', async () => {
        const element = create(PAYMENT);
        const writeText = jest.fn().mockResolvedValue(undefined);
        await clickCopy(element, writeText);
        expect(writeText).toHaveBeenCalledWith('pi_3Mtw');
        expect(buttonIn(element)).toMatchObject({ alternativeText: 'Copy pi_3Mtw' });
    });

    it('says what to do when the browser does not allow copying', async () => {
        const toast = await clickCopy(create(PAYMENT), jest.fn().mockRejectedValue(new Error('denied')));
        expect(toast).toMatchObject({ detail: { variant: 'warning' } });
    });
});
