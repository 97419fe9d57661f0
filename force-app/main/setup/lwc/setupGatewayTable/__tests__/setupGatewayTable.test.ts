import { createElement } from 'lwc';
import SetupGatewayTable from 'c/setupGatewayTable';
import type { GatewayView, SetupFinding } from 'c/setupFindings';

const VIEW: GatewayView = {
    gateway: { Id: 'g1' },
    name: 'Stripe',
    account: 'acct_1',
    mode: 'test',
    setting: { Id: 'm1', MasterLabel: 'Europe' },
    source: 'setting',
    isToldByRecords: false
};

function create(gateways: readonly GatewayView[], findings: readonly SetupFinding[] = []): HTMLElement {
    const element = createElement('c-setup-gateway-table', { is: SetupGatewayTable });
    Object.assign(element, { gateways, findings });
    document.body.appendChild(element);
    return element as unknown as HTMLElement;
}

/** The row of one gateway: its name, and the texts of the other cells. */
function rowOf(view: Partial<GatewayView>, findings?: readonly SetupFinding[]) {
    const row = create([{ ...VIEW, ...view }], findings).shadowRoot?.querySelector('tbody tr');
    return {
        class: row?.className,
        name: row?.querySelector<HTMLElement & { label: string }>('c-record-link')?.label,
        texts: [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)
    };
}

describe('c-setup-gateway-table', () => {
    it('tells account and mode of a gateway, and where they are set', async () => {
        expect(rowOf({})).toEqual({
            class: '',
            name: 'Stripe',
            texts: ['acct_1', 'Test', 'Stripe Gateway Setting Europe', 'Account and mode are set.']
        });
        await expect(create([VIEW])).toBeAccessible();
    });

    it('tells live mode from test mode, and that neither is set', () => {
        expect(rowOf({ mode: 'live' }).texts[1]).toBe('Live');
        expect(rowOf({ mode: undefined }).texts[1]).toBe('Not set');
    });

    it('says where nothing is set, and who of its own the gateway lacks', () => {
        const findings: SetupFinding[] = ['Stripe', 'Other'].map((gatewayName) => ({
            kind: 'gatewayWithoutSetting',
            gatewayName,
            developerName: 'Stripe',
            severity: 'limits',
            owner: 'admin'
        }));
        const { texts } = rowOf({ account: undefined, mode: undefined, setting: undefined, source: 'none' }, findings);
        expect(texts.slice(0, 3)).toEqual(['Not set', 'Not set', 'Nowhere']);
        expect(texts[3]).toContain('Stripe has no');
        expect(texts[3]).not.toContain('Other');
    });

    it('says that the records tell everything themselves, so that a setting hardly matters', () => {
        expect(rowOf({ isToldByRecords: true }).texts[3]).toBe(
            'Account and mode are set.Its newest records tell account and mode themselves.'
        );
    });

    it('names a gateway by its id where it has no name that may be shown', () => {
        expect(rowOf({ name: '' }).name).toBe('g1');
    });

    it('lets a name break that is too long for its column', () => {
        expect(rowOf({ name: 'x'.repeat(40) }).class).toBe('');
        expect(rowOf({ name: 'x'.repeat(41) }).class).toBe('overlong');
    });

    it('says that there are no gateways', () => {
        const element = create([]);
        expect(element.shadowRoot?.querySelector('table')).toBeNull();
        expect(element.shadowRoot?.textContent).toMatch(/\w/);
    });
});
