import { createElement } from 'lwc';
import SettingsNotice from 'c/settingsNotice';

function create(gatewaySettings: object[]): HTMLElement {
    const element = createElement('c-settings-notice', { is: SettingsNotice });
    Object.assign(element, { settings: { gatewaySettings, chosenModes: {} } });
    document.body.appendChild(element);
    return element;
}

describe('c-settings-notice', () => {
    it('names a setting whose account is none, and not the text that stands there', async () => {
        const element = create([
            { Id: 'm1', MasterLabel: 'Europe', AccountId__c: 'sk_test_oops' },
            { Id: 'm2', MasterLabel: 'America', AccountId__c: 'acct_1PgafTB7WZ01zgkW' },
            { Id: 'm3', MasterLabel: 'Default' }
        ]);
        expect(element.shadowRoot?.querySelectorAll('p')).toHaveLength(1);
        expect(element.shadowRoot?.textContent).toContain('the Stripe gateway setting Europe.');
        expect(element.shadowRoot?.textContent).not.toContain('sk_test_oops');
        await expect(element).toBeAccessible();
    });

    it('shows no deceiving character of its label', () => {
        const element = create([{ Id: 'm1', MasterLabel: 'Eu\u202Erope', AccountId__c: 'sk_test_oops' }]);
        expect(element.shadowRoot?.textContent).not.toContain('\u202E');
        expect(element.shadowRoot?.textContent).toMatch(/setting Eu.?rope\./);
    });

    it('names a setting by its id where its label may not be read', () => {
        const element = create([{ Id: 'm1', AccountId__c: 'sk_test_oops' }]);
        expect(element.shadowRoot?.textContent).toContain('the Stripe gateway setting m1.');
    });

    it('names what could not be read and stands in no list, why, and tries again', async () => {
        const element = create([]);
        Object.assign(element, {
            missed: [
                { objectName: 'Organization', error: { kind: 'server', message: 'Apex CPU time limit exceeded' } },
                { objectName: 'RefundLinePayment', error: { kind: 'noPermission', message: '' } }
            ]
        });
        await Promise.resolve();
        const alert = element.shadowRoot?.querySelector('[role=alert]');
        expect([...(alert?.querySelectorAll('p') ?? [])].map((line) => line.textContent)).toEqual([
            expect.stringMatching(/^Organization could not be read, .*Apex CPU time limit exceeded$/),
            expect.stringMatching(/^RefundLinePayment could not be read, .*administrator/)
        ]);
        const refresh = jest.fn();
        element.addEventListener('refresh', refresh);
        alert?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(element.shadowRoot?.activeElement?.className).toBe('content');
        await expect(element).toBeAccessible();
    });

    it('tells what failed for the same reason in one sentence', async () => {
        const element = create([]);
        const error = { kind: 'network', message: '' };
        Object.assign(element, {
            missed: [
                { objectName: 'Organization', error },
                { objectName: 'RefundLinePayment', error }
            ]
        });
        await Promise.resolve();
        const lines = [...(element.shadowRoot?.querySelectorAll('[role=alert] p') ?? [])];
        expect(lines.map((line) => line.textContent)).toEqual([
            expect.stringMatching(/^Organization, RefundLinePayment could not be read, .*Check your connection\.$/)
        ]);
    });

    it('names the hidden fields of what stands in no list, and who can help', async () => {
        const element = create([]);
        Object.assign(element, { hiddenFields: ['RefundLinePayment.PaymentId', 'PaymentAuthAdjustment.Amount'] });
        await Promise.resolve();
        expect(element.shadowRoot?.textContent).toMatch(
            /hidden from you: RefundLinePayment\.PaymentId, PaymentAuthAdjustment\.Amount\. Your administrator/
        );
        expect(element.shadowRoot?.querySelector('[role=alert]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('is silent where all is well', () => {
        expect(create([]).shadowRoot?.textContent).toBe('');
    });
});
