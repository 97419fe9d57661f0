import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseApexClass } from './apexClass.ts';
import { ApexClasses } from './apexClasses.ts';

const fixture = readFileSync(join(import.meta.dirname, 'fixtures/FixtureReader.cls'), 'utf8');

describe('an Apex class', () => {
    const apexClass = parseApexClass(fixture);

    it('has its @AuraEnabled static methods and no others', () => {
        assert.equal(apexClass.name, 'FixtureReader');
        assert.deepEqual(
            [...apexClass.methods.values()].map(({ name }) => name),
            [
                'getPayments',
                'getInUserMode',
                'getInUserModeInLowerCase',
                'getWithSecurityEnforced',
                'getPage',
                'getList',
                'getInTwoSteps',
                'getWithUnknownType',
                'getUnknownField'
            ]
        );
    });

    it('has parameters with their types', () => {
        const method = apexClass.methods.get('getpayments');
        assert.deepEqual(
            method?.parameters.map(({ type, name }) => `${type} ${name}`),
            ['List<Id> ids', 'String pattern', 'Decimal amount', 'Boolean isDeleted', 'Date day']
        );
    });

    it('has the query of a method that only returns ReadableRecords, and of no other', () => {
        assert.equal(
            apexClass.methods.get('getinusermode')?.soql,
            'SELECT Id, GatewayRefNumber FROM Payment WITH USER_MODE'
        );
        assert.equal(apexClass.methods.get('getlist')?.soql, undefined);
        assert.equal(apexClass.methods.get('getintwosteps')?.soql, undefined);
    });

    it('that is not valid Apex fails with the line', () => {
        assert.throws(() => parseApexClass('public class A {\n  void run( {}\n}'), /line 2, column/);
    });
});

describe('the classes of a package', () => {
    function withClass(action: (path: string, classes: ApexClasses) => void): void {
        const directory = mkdtempSync(join(tmpdir(), 'local-org-'));
        try {
            const path = join(directory, 'Reader.cls');
            writeFileSync(path, 'public class Reader { @AuraEnabled public static String one() { return null; } }');
            action(path, new ApexClasses(directory));
        } finally {
            rmSync(directory, { recursive: true });
        }
    }

    it('are found in any case and read anew when the file changes', () => {
        withClass((path, classes) => {
            assert.deepEqual([...classes.get('reader').methods.keys()], ['one']);
            assert.equal(classes.get('Reader'), classes.get('Reader'), 'the same object while the file stays the same');
            writeFileSync(path, 'public class Reader { @AuraEnabled public static String two() { return null; } }');
            utimesSync(path, new Date(), new Date(Date.now() + 5000));
            assert.deepEqual([...classes.get('Reader').methods.keys()], ['two']);
        });
    });

    it('that do not exist, or cannot be read, are an error that names them', () => {
        withClass((path, classes) => {
            assert.throws(() => classes.get('Nope'), {
                errorCode: 'NOT_FOUND',
                message: /There is no Apex class Nope in /
            });
            writeFileSync(path, 'public class Reader {');
            assert.throws(() => classes.get('Reader'), { errorCode: 'APEX_ERROR', message: /Reader\.cls: line 1/ });
        });
    });
});
