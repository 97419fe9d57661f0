import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRecordId, idSuffix, normalizeRecordId } from './recordId.ts';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const id15 = fc.string({ unit: fc.constantFrom(...base62), minLength: 15, maxLength: 15 });

describe('record ids', () => {
    it('get the suffix that Salesforce gives them', () => {
        // Ids of real orgs, published with their 18 characters.
        for (const id of ['0bMB0000000V2p6MAC', '03OB0000000Uw3nMAC', '1OsB0000000V3reKAC', '0b01Q000000Xo6YQAS']) {
            assert.equal(id.slice(0, 15) + idSuffix(id.slice(0, 15)), id);
        }
    });

    it('of 15 characters become ids of 18, which stay as they are', () => {
        fc.assert(
            fc.property(id15, (id) => {
                const id18 = normalizeRecordId(id);
                assert.equal(id18, id + idSuffix(id));
                assert.equal(normalizeRecordId(id18 ?? ''), id18);
            })
        );
    });

    it('of 18 characters get their case back from the suffix', () => {
        fc.assert(
            fc.property(id15, (id) => {
                const id18 = id + idSuffix(id);
                assert.equal(normalizeRecordId(id18.toLowerCase()), id18);
                assert.equal(normalizeRecordId(id18.toUpperCase()), id18);
            })
        );
    });

    it('are refused if they are of another length, have other characters or a suffix that cannot be', () => {
        for (const text of ['', '0aQ', '0aQ00000000000', '0aQ0000000000010', '0aQ-00000000001', '0aQ000000000001EA ']) {
            assert.equal(normalizeRecordId(text), undefined, text);
        }
        assert.equal(normalizeRecordId('0aQ0000000000019AA'), undefined, 'no suffix has a 9');
        assert.equal(normalizeRecordId('0aQ000000000001BAA'), undefined, 'a 0 cannot be upper case');
    });

    it('are made in order, so that comparing ids compares sequence numbers', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 10_000_000 }),
                fc.integer({ min: 1, max: 10_000_000 }),
                (one, other) => {
                    const [first, second] = [createRecordId('0aQ', one), createRecordId('0aQ', other)];
                    assert.equal(first < second, one < other);
                    assert.equal(normalizeRecordId(first), first);
                }
            )
        );
    });
});
