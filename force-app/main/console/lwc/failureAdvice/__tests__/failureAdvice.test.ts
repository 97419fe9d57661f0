import { createElement } from 'lwc';
import { failureInWords } from 'c/adviceText';
import type { FailureInWords } from 'c/adviceText';
import type { Failure } from 'c/declineAdvice';
import FailureAdvice from 'c/failureAdvice';

const writeText = jest.fn((_text: string) => Promise.resolve());

beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
});

function create(failure?: FailureInWords): HTMLElement {
    const element = createElement('c-failure-advice', { is: FailureAdvice }) as unknown as HTMLElement;
    Object.assign(element, { failure });
    document.body.appendChild(element);
    return element;
}

const adviceOn = (failure: Failure) => create(failureInWords(failure));

const paragraphsOf = (element: HTMLElement) =>
    [...(element.shadowRoot?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent?.trim());

const has = (element: HTMLElement, selector: string) => element.shadowRoot?.querySelector(selector) !== null;

/** Presses the copy button and waits for what it says. */
async function copy(element: HTMLElement): Promise<unknown> {
    const toast = new Promise((resolve) =>
        element.addEventListener('lightning__showtoast', (event) => resolve((event as CustomEvent).detail))
    );
    element.shadowRoot?.querySelector('.copy-customer')?.dispatchEvent(new CustomEvent('click'));
    return toast;
}

describe('c-failure-advice', () => {
    it('says what happened, what to do, and what to tell', async () => {
        const element = adviceOn({ declineCode: 'insufficient_funds' });
        const [happened, next, customer] = paragraphsOf(element);
        expect(happened).toBe('The account has too little money or credit for this payment.');
        expect(next).toMatch(/^What to do: .*Try again only with other data or another payment method\.$/);
        expect(customer).toMatch(/^Tell the customer: “The payment could not be completed this way\..*”/);
        expect(has(element, 'lightning-icon')).toBe(false);
        await expect(element).toBeAccessible();
    });

    it('copies what to tell the customer, without what is around it', async () => {
        const failure = failureInWords({ declineCode: 'insufficient_funds' });
        expect(await copy(create(failure))).toMatchObject({ title: 'Copied.' });
        expect(writeText).toHaveBeenCalledWith(failure.customer);
    });

    it('names the button, and says when copying was refused', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const element = adviceOn({ declineCode: 'insufficient_funds' });
        expect(element.shadowRoot?.querySelector('.copy-customer')?.textContent).toBe('Copy the text for the customer');
        expect(await copy(element)).toMatchObject({ variant: 'warning' });
    });

    it('has nothing to copy where there is nothing to tell', async () => {
        const element = adviceOn({ salesforceResultCode: 'Success' });
        expect(has(element, '.copy-customer')).toBe(false);
        expect(paragraphsOf(element)).toHaveLength(2);
    });

    it('is empty without a failure', async () => {
        const element = create();
        expect(element.shadowRoot?.textContent).toBe('');
        await expect(element).toBeAccessible();
    });

    it.each(['fraudulent', 'lost_card', 'stolen_card', 'merchant_blacklist'])(
        'warns that the reason must be kept, and gives only a plain decline to copy: %s',
        async (declineCode) => {
            const element = adviceOn({ declineCode, errorCode: 'card_declined', networkDeclineCode: '43' });
            expect(has(element, 'lightning-icon')).toBe(true);
            expect(paragraphsOf(element)[1]).toContain('Do not tell the customer why: say that the card was declined.');
            await expect(element).toBeAccessible();
            await copy(element);
            expect(writeText).toHaveBeenCalledWith(failureInWords({ declineCode: 'generic_decline' }).customer);
        }
    );
});
