import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { STRIPE_ERROR_CODES } from '../../force-app/main/model/lwc/declineAdvice/stripeErrorCodes.ts';
import { readErrorCodes } from './errorCodes.ts';
import { describeDrift, MODULE_FILE, moduleText } from './moduleText.ts';
import { readStripePackage } from './stripePackage.ts';

describe('the error codes of the model', () => {
    const { version, typings } = readStripePackage();
    const installed = readErrorCodes(typings);

    it('are those of the installed stripe package', () => {
        assert.equal(describeDrift(STRIPE_ERROR_CODES, installed), undefined);
    });

    it('stand in the file just as the script writes it', () => {
        assert.equal(
            readFileSync(MODULE_FILE, 'utf8'),
            moduleText(installed, version),
            'Run: node scripts/setup/run.mjs scripts/stripe-codes/main.ts'
        );
    });
});

describe('describeDrift', () => {
    it('names the codes that came and those that went', () => {
        assert.equal(
            describeDrift(['card_declined', 'gone'], ['card_declined', 'new_one', 'new_two']),
            'New codes: new_one, new_two. Give each a group in errorCodeGroups.ts.\nCodes that are gone: gone.'
        );
    });

    it('says nothing where the codes are the same', () => {
        assert.equal(describeDrift(['card_declined'], ['card_declined']), undefined);
    });
});

describe('readErrorCodes', () => {
    it('reads the texts of the union, sorted, and leaves out its open member', () => {
        const typings = `export declare namespace PaymentIntent {
            namespace NextAction { type Code = 'not_this'; }
            namespace LastPaymentError { type Code = 'rate_limit' | 'card_declined' | OtherString; }
        }`;
        assert.deepEqual(readErrorCodes(typings), ['card_declined', 'rate_limit']);
    });

    it('takes a union with one text', () => {
        const typings = `declare namespace PaymentIntent { namespace LastPaymentError { type Code = 'only'; } }`;
        assert.deepEqual(readErrorCodes(typings), ['only']);
    });

    it('says where it looked when the typings list none', () => {
        assert.throws(
            () => readErrorCodes('export type Code = "x";'),
            /no codes at PaymentIntent\.LastPaymentError\.Code/
        );
    });
});
