import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pseudoText } from './pseudoText.ts';

test('no plain letter is left, and placeholders stay', () => {
    assert.equal(pseudoText('Refresh'), '[Řḗƒřḗşħ ·]');
    assert.equal(pseudoText('{0} of {1} rows shown'), '[{0} ǿƒ {1} řǿẇş şħǿẇƞ ····]');
    const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    assert.doesNotMatch(pseudoText(alphabet), /[A-Za-z]/);
});

test('a sentence gets 30 to 40 % longer, in words that can wrap', () => {
    const english = 'The request was not understood, and this sentence says so at some length.';
    const growth = pseudoText(english).length / english.length - 1;
    assert.ok(growth >= 0.3 && growth <= 0.4, String(growth));
    assert.doesNotMatch(pseudoText(english), /·{5}/);
});
