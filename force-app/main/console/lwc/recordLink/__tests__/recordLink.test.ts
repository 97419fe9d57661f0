import { createElement } from 'lwc';
import RecordLink from 'c/recordLink';

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const NavigationMixin = (Base: new () => object) =>
        class extends Base {
            [Navigate](reference: unknown): void {
                mockNavigate(reference);
            }
        };
    return { NavigationMixin: Object.assign(NavigationMixin, { Navigate }) };
});

function create(): HTMLAnchorElement {
    const element = createElement('c-record-link', { is: RecordLink });
    Object.assign(element, { record: { recordId: 'p1', objectName: 'Payment' }, label: 'P-1' });
    document.body.appendChild(element);
    const link = (element as unknown as HTMLElement).shadowRoot?.querySelector('a');
    if (!link) {
        throw new Error('There is no link.');
    }
    return link;
}

describe('c-record-link', () => {
    it('has the address of the record, for a new tab', async () => {
        const link = create();
        expect(link.getAttribute('href')).toBe('/lightning/r/Payment/p1/view');
        expect(link.textContent).toBe('P-1');
        await expect(link).toBeAccessible();
    });

    it('navigates as Lightning does at a plain click', () => {
        const click = new MouseEvent('click', { cancelable: true });
        create().dispatchEvent(click);
        expect(click.defaultPrevented).toBe(true);
        expect(mockNavigate).toHaveBeenCalledWith({
            type: 'standard__recordPage',
            attributes: { recordId: 'p1', objectApiName: 'Payment', actionName: 'view' }
        });
    });

    it.each(['ctrlKey', 'metaKey', 'shiftKey'])('leaves a click with %s to the browser', (key) => {
        const click = new MouseEvent('click', { cancelable: true, [key]: true });
        create().dispatchEvent(click);
        expect(click.defaultPrevented).toBe(false);
    });
});
