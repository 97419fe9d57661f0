import fc from 'fast-check';
import { toDataError } from 'c/dataError';

describe('toDataError', () => {
    it.each([
        [{ status: 500, body: { message: 'no', exceptionType: 'System.NoAccessException' } }, 'noPermission'],
        [{ status: 403, body: { message: 'no' } }, 'noPermission'],
        [{ status: 500, body: { message: 'You do not have access to the Apex class named X' } }, 'noPermission'],
        [{ status: 404, body: { message: 'gone' } }, 'notFound'],
        [{ status: 400, body: [{ message: 'Invalid id', errorCode: 'INVALID_FIELD' }] }, 'badInput'],
        [{ status: 500, body: { message: 'Apex CPU time limit exceeded' } }, 'server'],
        [{ status: 0 }, 'network'],
        [new TypeError('Failed to fetch'), 'network'],
        ['timeout', 'network'],
        [undefined, 'network']
    ])('tells what kind %j is', (error, kind) => {
        expect(toDataError(error).kind).toBe(kind);
    });

    it('keeps the words of the server, from the body first', () => {
        expect(toDataError({ status: 500, body: { message: 'Apex failed' }, message: 'x' }).message).toBe(
            'Apex failed'
        );
        expect(toDataError({ status: 400, body: [{ message: 'First' }, { message: 'Second' }] }).message).toBe('First');
        expect(toDataError(new Error('Own words')).message).toBe('Own words');
        expect(toDataError({ status: 500 }).message).toBe('');
    });

    it('hides secrets in them', () => {
        expect(toDataError({ status: 500, body: { message: 'bad key sk_test_51abc' } }).message).not.toContain('51abc');
    });

    it('is total', () => {
        fc.assert(fc.property(fc.anything(), (error) => typeof toDataError(error).message === 'string'));
    });
});
