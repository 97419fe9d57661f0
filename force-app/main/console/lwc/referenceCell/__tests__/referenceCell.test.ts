import { createElement } from 'lwc';
import ReferenceCell from 'c/referenceCell';

/** What it shows of a reference is tested beside `referenceLine`, together with the tables that show the same. */
describe('c-reference-cell', () => {
    it('shows no reference, and nothing to explain, as long as it has none', async () => {
        const element = createElement('c-reference-cell', { is: ReferenceCell }) as unknown as HTMLElement;
        document.body.appendChild(element);
        const find = (selector: string) => element.shadowRoot?.querySelector(selector);
        expect(find('span')?.textContent).toBe('None');
        find('.explain')?.dispatchEvent(new CustomEvent('click'));
        await Promise.resolve();
        const details = find('c-reference-details');
        expect(details).not.toBeNull();
        expect(details?.shadowRoot?.querySelector('li')).toBeNull();
    });
});
