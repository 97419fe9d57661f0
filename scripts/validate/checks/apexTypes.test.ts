import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestProject, inWords, replace } from '../testProject.ts';
import { checkApexTypes } from './apexTypes.ts';

const READER = 'classes/Reader.cls';

test('Apex that names standard objects, also those that the checker lacks, is in order', async () => {
    const method = `    public static String name(PaymentAuthorization authorization) {
        OrderPaymentSummary summary = new OrderPaymentSummary(Method = 'Visa');
        Payment payment = new Payment(Note__c = 'a', OrderPaymentSummaryId = summary.Id);
        return authorization.OrderPaymentSummary.OrderSummary.OrderNumber + payment.Note__c;
    }
}`;
    const project = createTestProject({ [READER]: (text) => text.replace(/\}\s*$/, `\n${method}\n`) });
    assert.deepEqual(inWords(await checkApexTypes(project)), []);
});

const MISTAKES: Record<string, [string, string, RegExp]> = {
    'an unknown type': ['List<Id> ids', 'Colour ids', /Reader.cls:3 .*Colour/],
    'an unknown field': ['return [', 'String a = new OrderPaymentSummary().Colour; return [', /Reader.cls:4 .*Colour/],
    'an unknown method': ['return [', 'ids.paint(); return [', /Reader.cls:4 .*paint/],
    'a bind that there is not': [':ids', ':others', /others/],
    'Apex that is not well-formed': ['return [', 'return return [', /Reader.cls:4/]
};

for (const [what, [part, by, message]] of Object.entries(MISTAKES)) {
    test(`the type checker catches ${what}`, async () => {
        const project = createTestProject({ [READER]: replace(part, by) });
        assert.match(inWords(await checkApexTypes(project)).join('\n'), message);
    });
}
