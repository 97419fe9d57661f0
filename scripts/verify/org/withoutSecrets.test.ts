import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGatewayReference } from 'c/gatewayReference';
import { evidenceOf, NO_SETTINGS } from 'c/stripeEvidence';
import { withoutSecrets } from './withoutSecrets.ts';

const ID = '0aQ000000000001EAA';

test('secrets and personal data do not come into the file; ids, modes and accounts do', () => {
    const message =
        'ERROR: {"livemode":false,"client_secret":"pi_3MtwBwLk_secret_verySecret","email":"nora@example.com",' +
        '"request_log_url":"https://dashboard.stripe.com/acct_1M7fabc/test/logs/req_9ovB123abc","charge":"ch_3MtwBwLk"}';
    const record = withoutSecrets({ Id: ID, GatewayRefNumber: 'pi_3MtwBwLk', GatewayMessage: message });
    const text = JSON.stringify(record);
    assert.ok(!text.includes('verySecret') && !text.includes('nora@'), text);
    assert.match(text, /pi_3MtwBwLk.*ch_3MtwBwLk/);
    const evidence = (of: object) =>
        evidenceOf([{ objectName: 'PaymentGatewayLog', record: { Id: ID, ...of } }], NO_SETTINGS);
    assert.deepEqual(evidence(record), evidence({ GatewayMessage: message }));
});

for (const reference of [
    'pi_3MtwBwLk_secret_verySecret',
    'sk_live_51Hs2ab3cd4ef5',
    '<b onclick=x>',
    'Nora Lindqvist'
]) {
    test(`a reference that is none is of the same kind in the file: ${reference.slice(0, 6)}`, () => {
        const { GatewayRefNumber: kept } = withoutSecrets({ Id: ID, GatewayRefNumber: reference });
        assert.equal(parseGatewayReference(kept).kind, parseGatewayReference(reference).kind);
        assert.ok(
            !String(kept).includes('verySecret') && !String(kept).includes('51Hs') && !String(kept).includes('<b')
        );
    });
}
