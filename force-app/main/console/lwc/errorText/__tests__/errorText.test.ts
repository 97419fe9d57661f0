import fc from 'fast-check';
import { toDataError } from 'c/dataError';
import type { DataErrorKind } from 'c/dataError';
import { errorInWords } from 'c/errorText';
import { SECRET, shows } from '../../../../model/lwc/redaction/__tests__/secrets';

describe('errorInWords', () => {
    it.each<[DataErrorKind, string]>([
        ['badInput', 'Salesforce did not understand the request. Tell your administrator.'],
        ['network', 'The server could not be reached. Check your connection.'],
        ['noPermission', 'You do not have permission to read this. Ask your administrator.'],
        ['notFound', 'The record was not found. It may have been deleted.'],
        ['server', 'Salesforce could not read the records. If this happens again, tell your administrator.']
    ])('says of %s what went wrong, then the server’s own words', (kind, text) => {
        expect(errorInWords({ kind, message: '' })).toBe(text);
        expect(errorInWords({ kind, message: 'No heap left.' })).toBe(`${text} No heap left.`);
    });

    it('repeats no personal data', () => {
        const error = { kind: 'server', message: 'Failed for jane@example.com: {"name":"Jane Doe"}' } as const;
        expect(errorInWords(error)).not.toMatch(/jane|doe/i);
    });

    it('repeats no secret, whatever the server said', () => {
        const around = fc.constantFrom('', ' at ', '{"note":"', 'card[number]=');
        fc.assert(
            fc.property(SECRET, around, fc.constantFrom(200, 400, 403, 404, 500), (secret, before, status) => {
                const error = toDataError({ status, body: { message: `Failed ${before}${secret}` } });
                expect(shows(errorInWords(error), secret)).toBe(false);
            })
        );
    });
});
