import type { PaymentGatewayLog } from 'c/paymentRecord';
import { attemptsByLog } from 'c/paymentRows';
import { attemptNote } from '../attemptNote';

const CAPTURE = { InteractionType: 'Capture', ReferencedEntityId: 'p1', InteractionStatus: 'Success' };
const FAILED = { ...CAPTURE, InteractionStatus: 'Failed' };
const ANSWER = { ...CAPTURE, IsNotification: 'Yes' };

/** Logs a minute apart, with the ids l1, l2, … and the numbers PGL-1, PGL-2, … */
function logsOf(...fields: Partial<PaymentGatewayLog>[]): PaymentGatewayLog[] {
    return fields.map((field, index) => ({
        Id: `l${index + 1}`,
        PaymentGatewayLogNumber: `PGL-${index + 1}`,
        CreatedDate: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
        ...field
    }));
}

/** The note of each log. */
function notesOf(...fields: Partial<PaymentGatewayLog>[]): (string | undefined)[] {
    const logs = logsOf(...fields);
    const attempts = attemptsByLog(logs);
    return logs.map(({ Id }) => attemptNote(Id, attempts));
}

describe('the note of a log', () => {
    it('is none for one that stands alone, or is not known', () => {
        expect(notesOf(CAPTURE)).toEqual([undefined]);
        expect(attemptNote('l9', attemptsByLog(logsOf(CAPTURE)))).toBeUndefined();
        expect(attemptNote('l1', undefined)).toBeUndefined();
    });

    it('says which log answers which', () => {
        expect(notesOf(CAPTURE, ANSWER, { ...ANSWER, SfRefNumber: 'other' })).toEqual([
            'Answered by PGL-2',
            'Answer to PGL-1',
            undefined
        ]);
    });

    it('names all answers', () => {
        const key = { SfRefNumber: 'key' };
        expect(notesOf({ ...CAPTURE, ...key }, { ...ANSWER, ...key }, { ...ANSWER, ...key })[0]).toBe(
            'Answered by PGL-2, PGL-3'
        );
    });

    it('counts attempts, and says which one is another’s request, sent again', () => {
        const key = { SfRefNumber: 'key' };
        expect(notesOf({ ...FAILED, ...key }, { ...CAPTURE, ...key })).toEqual([
            'Attempt 1 of 2',
            'Attempt 2 of 2 · Same request as PGL-1, sent again'
        ]);
    });

    it('shows no secret of another log', () => {
        const [note] = notesOf(CAPTURE, { ...ANSWER, PaymentGatewayLogNumber: 'sk_live_abcdefghijklmnop' });
        expect(note).toBe('Answered by ••••••');
    });
});
