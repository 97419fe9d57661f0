import { createElement } from 'lwc';
import type { ReferenceView } from 'c/paymentRows';
import RecordTable from 'c/recordTable';
import ReferenceCell from 'c/referenceCell';
import { CHOICE, PAYMENT } from './references';

/** A component that draws the line of a reference in its template. */
interface Host {
    element: HTMLElement;
    /** Shows another reference. */
    show(reference: ReferenceView): void;
}

function inCell(reference: ReferenceView): Host {
    const element = createElement('c-reference-cell', { is: ReferenceCell });
    const show = (other: ReferenceView) => {
        Object.assign(element, { reference: other });
    };
    show(reference);
    document.body.appendChild(element);
    return { element, show };
}

function inTable(reference: ReferenceView): Host {
    const element = createElement('c-record-table', { is: RecordTable });
    const show = (other: ReferenceView) => {
        Object.assign(element, {
            caption: 'Payments',
            columns: [{ key: 'reference', label: 'Reference', isLong: true }],
            rows: [
                { id: 'p1', status: '', searchText: '', cells: { reference: { text: '', reference: other } } },
                { id: 'p2', status: '', searchText: '', cells: {} }
            ]
        });
    };
    show(reference);
    document.body.appendChild(element);
    return { element, show };
}

const find = <Found extends Element>({ element }: Host, selector: string) =>
    element.shadowRoot?.querySelector<Found>(selector);
const linkIn = (host: Host) => find<HTMLAnchorElement>(host, 'a');
/** The line, and what stands beside it. */
const placeOf = (host: Host): ParentNode | undefined => find(host, '.slds-grid')?.parentNode ?? undefined;
const detailsIn = (host: Host) => find<HTMLElement>(host, 'c-reference-details');

/** Puts a clipboard there, which jsdom does not have, and waits for the toast. */
function clickCopy(host: Host, writeText: jest.Mock): Promise<Event> {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const toast = new Promise<Event>((resolve) => host.element.addEventListener('lightning__showtoast', resolve));
    find(host, '.copy')?.dispatchEvent(new CustomEvent('click'));
    return toast;
}

async function clickExplain(host: Host): Promise<void> {
    find(host, '.explain')?.dispatchEvent(new CustomEvent('click'));
    await Promise.resolve();
}

describe.each([
    ['c-reference-cell', inCell],
    ['c-record-table', inTable]
])('the line of a reference in %s', (_name, show) => {
    it('is a link that opens in a new tab and says so', async () => {
        const host = show(PAYMENT);
        const link = linkIn(host);
        expect(link?.href).toBe(PAYMENT.url);
        expect(link?.target).toBe('_blank');
        expect(link?.rel).toBe('noopener noreferrer');
        expect(link?.dir).toBe('auto');
        expect(link?.textContent).toBe('pi_3Mtw(payment, test mode, opens in the Stripe Dashboard in a new tab)');
        expect(find(host, '.slds-text-color_weak')?.textContent).toBe('payment, test mode');
        expect(detailsIn(host)).toBeNull();
        await expect(host.element).toBeAccessible();
    });

    it.each([
        ['another page', { ...PAYMENT, kind: 'salesforce', text: 'SF123456', linkText: 'Open pi_3Mtw' }, 'SF123456'],
        ['a choice of two modes', CHOICE, 'pi_3Mtw']
    ] as const)('leaves it to the details to lead to %s', async (_where, reference, text) => {
        const host = show(reference);
        expect(linkIn(host)).toBeNull();
        expect(find(host, 'span[dir=auto]')?.textContent).toBe(text);
        expect(placeOf(host)?.textContent).not.toContain('test mode');
        expect(detailsIn(host)).toMatchObject({ reference, isExplained: false });
        await expect(host.element).toBeAccessible();
    });

    it.each([
        ['a warning', { warning: 'The evidence disagrees.' }],
        ['a request log', { requestLog: { url: 'https://dashboard.stripe.com/logs/req_1', requestId: 'req_1' } }],
        ['a mode that was chosen', { chosenFor: 'g1' }]
    ])('has details below it where there is %s', (_what, detail) => {
        const reference = { ...PAYMENT, ...detail } as ReferenceView;
        expect(detailsIn(show(reference))).toMatchObject({ reference, isExplained: false });
    });

    it.each([
        ['secret', 'Hidden: holds a secret'],
        ['unsafe', 'Hidden: not a reference'],
        ['empty', 'None']
    ] as const)('has nothing to copy or to open for a reference that is %s', async (kind, text) => {
        const host = show({ kind, recordNumber: 'P-0001', explain: () => [] });
        expect(placeOf(host)?.textContent).toBe(`${text}Explain the link of P-0001`);
        expect(linkIn(host)).toBeNull();
        expect(find(host, '.copy')).toBeNull();
        expect(detailsIn(host)).toBeNull();
        await expect(host.element).toBeAccessible();
    });

    it('copies the reference and says so', async () => {
        const host = show(PAYMENT);
        const writeText = jest.fn().mockResolvedValue(undefined);
        const toast = await clickCopy(host, writeText);
        expect(writeText).toHaveBeenCalledWith('pi_3Mtw');
        expect((toast as CustomEvent).detail).toMatchObject({ title: 'Copied pi_3Mtw', variant: 'success' });
        expect(find(host, '.copy')).toMatchObject({ title: 'Copy pi_3Mtw', textContent: 'Copy pi_3Mtw' });
    });

    it('says what to do when the browser does not allow copying', async () => {
        const toast = await clickCopy(show(PAYMENT), jest.fn().mockRejectedValue(new Error('denied')));
        expect((toast as CustomEvent).detail).toMatchObject({ variant: 'warning' });
    });

    it('explains on demand how the link was found', async () => {
        const host = show(PAYMENT);
        expect(find(host, '.explain')).toMatchObject({
            title: 'Explain the link of PA-0001',
            textContent: 'Explain the link of PA-0001',
            ariaExpanded: 'false'
        });
        await clickExplain(host);
        expect(detailsIn(host)).toMatchObject({ reference: PAYMENT, isExplained: true });
        expect(find(host, '.explain')).toMatchObject({ ariaExpanded: 'true' });
        await expect(host.element).toBeAccessible();
        await clickExplain(host);
        expect(detailsIn(host)).toBeNull();
    });

    describe('once a mode was chosen in the details', () => {
        /** The host after a choice, which has taken the menu with it. */
        async function choose(before: (host: Host) => void = () => undefined): Promise<Host> {
            jest.spyOn(window, 'open').mockReturnValue(null);
            const host = show(CHOICE);
            const menu = detailsIn(host)?.shadowRoot?.querySelector('lightning-button-menu');
            menu?.dispatchEvent(new CustomEvent('select', { detail: { value: 'live' } }));
            before(host);
            host.show({ ...PAYMENT, chosenFor: 'g1' });
            await Promise.resolve();
            return host;
        }

        const focused = ({ element }: Host) => element.shadowRoot?.activeElement;

        it('keeps the focus in its place, as its menu goes away', async () => {
            expect(focused(await choose())?.classList).toContain('explain');
        });

        it('leaves the focus where the person has gone on to', async () => {
            const host = await choose((chosen) => find<HTMLElement>(chosen, '.copy')?.focus());
            expect(focused(host)?.classList).toContain('copy');
        });

        it('does not take the focus again later', async () => {
            const host = await choose();
            find<HTMLElement>(host, '.explain')?.blur();
            host.show({ ...PAYMENT, text: 'pi_other', chosenFor: 'g1' });
            await Promise.resolve();
            expect(focused(host)).toBeNull();
        });

        it('keeps the focus when the choice is taken back', async () => {
            const host = show({ ...PAYMENT, chosenFor: 'g1' });
            await clickExplain(host);
            const forget = detailsIn(host)?.shadowRoot?.querySelector('lightning-button');
            forget?.dispatchEvent(new CustomEvent('click'));
            expect(focused(host)?.classList).toContain('explain');
        });
    });
});

/** The elements with their texts and attributes, but for what only says where they are. */
const outline = (host: Host) =>
    [...(placeOf(host)?.querySelectorAll('*') ?? [])].map(({ localName, attributes, textContent }) => [
        localName,
        textContent,
        ...[...attributes]
            .filter(({ name }) => !name.startsWith('lwc-') && name !== 'data-row-id')
            .map(({ name, value }) => `${name}=${value.replace(/ line$/, '')}`)
            .sort()
    ]);

it.each([
    ['a link', PAYMENT],
    ['a choice', CHOICE],
    ['no text', { ...PAYMENT, kind: 'secret', text: undefined }]
] as const)('the line of a reference with %s is the same in a table as alone', (_what, reference) => {
    const alone = outline(inCell(reference));
    expect(alone.length).toBeGreaterThan(5);
    expect(outline(inTable(reference))).toEqual(alone);
});
