import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'formulon';
import { textFormula } from './textFormula.ts';

test('the fields of a formula are the names outside of texts that are no functions', () => {
    const { fieldNames } = textFormula('IF(AND(TRUE, ISBLANK(First__c)), "Second__c (none)", First__c & Third__c)');
    assert.deepEqual(fieldNames, ['First__c', 'Third__c']);
});

test('a plain SUBSTITUTE gives what formulon gives', () => {
    // Without quotes, which a text in a formula would need a backslash for.
    const text = fc.string().map((value) => value.replace(/["\\]/g, ''));
    fc.assert(
        fc.property(text, text, text, (value, oldText, newText) => {
            fc.pre(!/\$/.test(newText));
            const call = `SUBSTITUTE(Field__c, "${oldText}", "${newText}")`;
            const literal = { type: 'literal', dataType: 'text', value, options: { length: value.length } } as const;
            const expected = parse(call, { Field__c: literal });
            assert.equal(textFormula(call).calculate({ Field__c: value }), 'value' in expected && expected.value);
        }),
        { numRuns: 300 }
    );
});

test('equal fields give the result once more, others their own', () => {
    const formula = textFormula('SUBSTITUTE(One__c, "a", "b") & Two__c');
    assert.equal(formula.calculate({ One__c: 'a', Two__c: 'c' }), 'bc');
    assert.equal(formula.calculate({ One__c: 'a', Two__c: 'd' }), 'bd');
    assert.equal(formula.calculate({ One__c: 'a', Two__c: 'c' }), 'bc');
});

test('a function that there is not, and a field without a value, are refused', () => {
    assert.throws(() => textFormula('NOPE(One__c)').calculate({ One__c: '' }), /NOPE/);
    assert.throws(() => textFormula('One__c & Two__c').calculate({ One__c: '' }), /Two__c/);
});

test('an IF calculates the branch that is taken, an AND nothing after the first FALSE', () => {
    const never = 'NOPE(One__c)';
    assert.equal(textFormula(`IF(One__c = "a", "x, y", ${never})`).calculate({ One__c: 'a' }), 'x, y');
    assert.equal(textFormula(`IF(One__c = "a", ${never}, "y")`).calculate({ One__c: 'b' }), 'y');
    const both = textFormula(`IF(AND(One__c = "a", BEGINS(One__c, "b"), ${never}), "yes", "no")`);
    assert.equal(both.calculate({ One__c: 'b' }), 'no');
    assert.equal(both.calculate({ One__c: 'a' }), 'no');
    assert.equal(textFormula('IF(AND(One__c = "a", LEN(One__c) = 1), "yes", "no")').calculate({ One__c: 'a' }), 'yes');
    assert.throws(() => textFormula('IF(One__c = "a", "x")').calculate({ One__c: 'a' }), /IF/);
});
