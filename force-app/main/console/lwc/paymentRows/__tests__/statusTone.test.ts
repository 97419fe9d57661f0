import { badgeClass } from 'c/paymentRows';
import { toneOf } from '../statusTone';

describe('the tone of a status', () => {
    it.each([
        ['Processed', 'success'],
        ['Success', 'success'],
        ['Pending', 'warning'],
        ['Initiated', 'warning'],
        ['Draft', 'warning'],
        ['Timeout', 'error'],
        ['Failed', 'error'],
        ['Canceled', 'neutral'],
        ['NoOp', 'neutral'],
        ['A status of the future', 'neutral'],
        ['constructor', 'neutral'],
        ['', 'neutral']
    ] as const)('%s is %s', (status, tone) => {
        expect(toneOf(status)).toBe(tone);
    });

    it('is the theme of a badge', () => {
        expect(badgeClass('success')).toBe('slds-badge slds-theme_success');
        expect(badgeClass('warning')).toBe('slds-badge slds-theme_warning');
        expect(badgeClass('error')).toBe('slds-badge slds-theme_error');
        expect(badgeClass('neutral')).toBe('slds-badge');
    });
});
