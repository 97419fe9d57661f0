import { createElement } from 'lwc';
import { NO_RECORDS } from 'c/paymentRecord';
import type { Payment } from 'c/paymentRecord';
import { judgeLinks } from 'c/setupLinks';
import SetupLinkSamples from 'c/setupLinkSamples';
import { NO_SETTINGS } from 'c/stripeEvidence';

/** The rows for each kind of reference, of these payments. */
function rowsOf(payments: readonly Payment[]) {
    const element = createElement('c-setup-link-samples', { is: SetupLinkSamples });
    const ofSummary = payments.map((payment) => ({ ...payment, OrderPaymentSummaryId: 's1' }));
    const links = judgeLinks([{ Id: 's1' }], { ...NO_RECORDS, payments: ofSummary }, NO_SETTINGS);
    Object.assign(element, { links, settings: NO_SETTINGS });
    document.body.appendChild(element);
    return new Map(
        [...((element as unknown as HTMLElement).shadowRoot?.querySelectorAll<HTMLElement>('tbody tr') ?? [])].map(
            (row) => [row.dataset.case, row]
        )
    );
}

const labelIn = (row: HTMLElement | undefined) =>
    row?.querySelector<HTMLElement & { label: string }>('c-record-link')?.label;

describe('c-setup-link-samples', () => {
    it('has one record to try for a kind of reference, and says where there is none', () => {
        const rows = rowsOf([
            { Id: 'p1', PaymentNumber: 'P-1', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' },
            { Id: 'p2', PaymentNumber: 'P-2', GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPb' }
        ]);
        expect(labelIn(rows.get('paymentIntent'))).toBe('P-1');
        expect(rows.get('paymentIntent')?.querySelector('c-reference-cell')).not.toBeNull();
        expect(labelIn(rows.get('refund'))).toBeUndefined();
        expect(rows.get('refund')?.querySelector('c-reference-cell')).toBeNull();
    });

    it('lets a number break that is too long for its column', () => {
        const classOf = (PaymentNumber: string) =>
            rowsOf([{ Id: 'p1', PaymentNumber, GatewayRefNumber: 'pi_3MtwBwLkdIwHu7ix28a3tqPa' }])
                .get('paymentIntent')
                ?.querySelector('td')?.className;
        expect(classOf('P-1')).toBe('');
        expect(classOf('P '.repeat(21))).toBe('slds-cell-wrap link');
    });
});
