import { LineRedactor, MASK, redactText } from 'c/redaction';

const ID = 'ch_3MmlLrLkdIwHu7ix0snN0B15';

describe('redactText', () => {
    it.each([
        ['an e-mail address', 'mail jane.doe@example.com now', `mail ${MASK} now`],
        ['an address of IP version 4', 'from 203.0.113.7.', `from ${MASK}.`],
        ['an address of IP version 6', 'from 2001:db8::8a2e:370:7334', `from ${MASK}`],
        ['a phone number', 'call +1 202 555 0119 or (202) 555-0119', `call ${MASK} or ${MASK}`],
        ['a bank account number', 'to DE89 3704 0044 0532 0130 00.', `to ${MASK}.`],
        ['a bank account number before a currency', 'from BE68 5390 0754 7034 EUR 5', `from ${MASK} EUR 5`],
        ['a bank account number before a year', 'BE68539007547034 2026', `${MASK} 2026`],
        ['a bank account number behind a reference', 'AB12 CDEF BE68 5390 0754 7034', `AB12 CDEF ${MASK}`],
        ['bank account numbers in a row', 'BE68 5390 0754 7034 BE68 5390 0754 7034 a', `${MASK} ${MASK} a`],
        ['a social security number', 'ssn 078-05-1120', `ssn ${MASK}`],
        ['a password', 'the password: hunter2, next', `the password: ${MASK}, next`],
        ['numbers without a key', '{"phones":[5551234, 5]}', `{"phones":["${MASK}", "${MASK}"]}`],
        ['a header', 'User-Agent: Mozilla/5.0 (X11)', `User-Agent: ${MASK}`],
        ['a header with CRLF', 'Cookie: a=b; c=d\r\nDate: today', `Cookie: ${MASK}\r\nDate: today`],
        ['a pair', 'email=jane&amount=5', `email=${MASK}&amount=5`],
        ['a nested pair', 'card[number]=4242&card[exp_month]=6', `card[number]=${MASK}&card[exp_month]=6`],
        ['an encoded pair', 'a%5Bcard%5D%5Bcvc%5D=123', `a%5Bcard%5D%5Bcvc%5D=${MASK}`],
        ['a mistyped card number', 'number=4242424242424241', `number=${MASK}`],
        ['a mistyped card number in words', 'the number = 4242 4242 4242 4241 failed', `the number = ${MASK} failed`],
        ['an encoded mailbox', 'to=jane%40example.com', `to=${MASK}`],
        ['a twice encoded mailbox', 'to=jane%2540example.com', `to=${MASK}`],
        ['a key behind an encoded byte that is no text', 'a=1 %FF%73k_live_51Hs2ab3cd4ef5', `a=1 ${MASK}`],
        ['what is encoded more often than it is read', 'to=50%2525252525', `to=${MASK}`],
        ['a map of Apex', '{Name=Jane Doe, amount=5}', `{Name=${MASK}, amount=5}`],
        ['a text in apostrophes', "{'email': 'jane', 'amount': 5}", `{'email': '${MASK}', 'amount': 5}`],
        ['a hash of Ruby', '{"email"=>"jane", "amount"=>5}', `{"email"=>"${MASK}", "amount"=>5}`],
        ['a secret that is the name of a header', 'sk_live_51Hs2ab3cd4ef5_token: abc', `${MASK}: ${MASK}`],
        ['a credential of letters', 'Bearer abc.def', `Bearer ${MASK}`],
        ['a page of Stripe in a form', 'url=pay.stripe.com/x?a=1&b=CAca', `url=${MASK}`],
        ['a value behind a key at the end of a line', 'name=\n"Jane", "b"', `name=\n"${MASK}", "b"`],
        ['a value of a form up to its end', 'name=Jane;b=c&email=jane,d', `name=${MASK};b=c&email=${MASK},d`],
        ['a pair behind an index', 'x[0]=1 list[2].email=jane', `x[0]=1 list[2].email=${MASK}`],
        ['an object of JavaScript', '{name: "Jane", amount: 5}', `{name: "${MASK}", amount: 5}`]
    ])('hides %s', (_, text, redacted) => {
        expect(redactText(text)).toBe(redacted);
    });

    it.each([
        'Your card has insufficient funds.',
        'capture_method=manual&confirm=true&amount=8450',
        'No such payment_intent: pi_3Mtw; a similar object exists in live mode',
        'at 12:30:45 on 2026-10-06',
        'version 1.2.3, ratio 0.75, 100%',
        'version 1.2.300.4 of invoice number=12345',
        'note=%C0%80&x=%C3%A9%FF',
        `refund of ${ID} for order 00001234`,
        'https://stripe.com/docs/error-codes/card-declined',
        '{"request_log_url":"https://dashboard.stripe.com/acct_1PgafTB7WZ01zgkW/test/workbench/logs?object=req_nW73HRiJPPfkok"}',
        '{"request_log_url":"https://dashboard.stripe.com/test/logs/req_nW73HRiJPPfkok?t=1716572513"}',
        `{"message":"No such charge: '${ID}'; a similar object exists in test mode, but a live mode key was used."}`,
        '{"message":"Amount must be no less than $0.50 usd","param":"amount","type":"invalid_request_error"}',
        '{"param":"payment_method_data[card][number]","code":"invalid_number"}',
        '{"code":"token_already_used","decline_code":"do_not_honor","network_decline_code":"05"}',
        '{"outcome":{"seller_message":"The bank returned the decline code `insufficient_funds`.","risk_score":32}}',
        '{"card":{"authorization_code":"123456","regulated_status":"unregulated","capture_before":1679090539}}',
        '{"destination_details":{"card":{"reference":"24000000000000000000001","reference_type":"acquirer_reference_number"}}}',
        'note=Meadow%2520stool&x=%25',
        'sent 50%252525',
        'Refund amount ($12.00) is greater than charge amount ($10.00)',
        'PaymentGatewayLog:{Id=0aX000000000001AAA, InteractionStatus=Failed, GatewayResultCode=card_declined}',
        '2026-10-06T06:30:00.000+0000 [12] capture failed after 1234 ms (HTTP 402)',
        '<order><status>captured</status><total>94.80</total></order>',
        ''
    ])('leaves %j as it is', (text) => {
        expect(redactText(text)).toBe(text);
    });

    it('redacts JSON where it stands, and leaves its writing alone', () => {
        const text = `{ "id":"${ID}" ,\t"email" : "jane", "amount": 1.10, "billing_details":{"x":7,"address":{"country":"US"}}}`;
        expect(redactText(text)).toBe(
            `{ "id":"${ID}" ,\t"email" : "${MASK}", "amount": 1.10, "billing_details":{"x":"${MASK}","address":{"country":"US"}}}`
        );
    });

    it('knows where a value stands across lines', () => {
        const text = '{\n  "metadata": {\n    "order_id": "0001",\n    "gift": "for Jane"\n  },\n  "gift": "none"\n}';
        expect(redactText(text)).toBe(text.replace('for Jane', MASK));
    });

    it.each([
        '{"metadata":{"card":{"brand":"Jane","last4":"Jane"}}}',
        '{"metadata":{"status":"Jane"}}',
        '{"customer_name":{"text":"Jane"}}',
        '{"token":{"status":"Jane"}}',
        '{"card":{"billing_details":{"last4":"Jane"}}}',
        '{"billing_details":{"country":"Jane of Norway"}}'
    ])('shows what is safe elsewhere nowhere below a place that may hold anything: %s', (text) => {
        expect(redactText(text)).toBe(text.replaceAll(/Jane(?: of Norway)?/g, MASK));
    });

    it.each(['[Zebra]', '{Zebra Doe}', "{'a': 'Zebra'}", '{a=Zebra, b=2}', '{"a":1} Zebra', '["a" Zebra]', 'x[Zebra]'])(
        'shows nothing of a hidden text that only looks like JSON: %s',
        (note) => {
            expect(redactText(JSON.stringify({ metadata: { note } }))).not.toContain('Zebra');
        }
    );

    it('forgets a key at the end of a line when another one follows, also one that it has seen before', () => {
        const text = 'name=\n"id": "x", "y"';
        expect(redactText(text)).toBe(text);
        expect(redactText(text)).toBe(text);
    });

    it('forgets where it was when a line starts something else', () => {
        expect(redactText('{"metadata": {"gift":\n2026-10-06 {"gift": "none"}')).toContain('"gift": "none"');
        expect(redactText('{"metadata": {\n{"gift": "none"}')).toContain(`"gift": "${MASK}"`);
        expect(redactText('{"metadata": {"a":"b"\n{"gift": "none"}')).toContain('"gift": "none"');
    });

    it.each([
        ['JSON in JSON', '{"Response":"{\\n \\"name\\": \\"Jane\\", \\"amount\\": 5}"}'],
        ['JSON in JSON in JSON', '{"a":"{\\"b\\":\\"{\\\\\\"name\\\\\\":\\\\\\"Jane\\\\\\"}\\"}"}'],
        ['JSON in JSON that is cut off', '{"Response":"{\\n \\"name\\": \\"Jane\\", \\"amo'],
        ['JSON in a field of a CSV file', '1,"{""name"": ""Jane"", ""amount"": 5}",ok'],
        [
            'JSON in JSON in a field that is cut off',
            '1,"{""a"":""{\\""b\\"":[\\"" \\"",\\""\\""],\\""email\\"":\\""Jane'
        ],
        ['JSON in a field over lines', '1,"{\n  ""name"": ""Jane"",\n  ""amount"": 5\n}","ok"'],
        ['JSON that starts in the middle', 'smith", "name": "Jane", "amount": 5}'],
        ['a form in JSON', '{"Request":"amount=5&name=Jane"}'],
        ['a message of HTTP in JSON', '{"Request":"POST /v1 HTTP/1.1\\nX-Name: Jane\\n\\nname=Jane"}'],
        ['JSON behind a backslash', '{"a":"C:\\\\","name":"Jane"}'],
        ['JSON in JSON behind a backslash', '{"b":"{\\"a\\":\\"C:\\\\\\\\\\",\\"name\\":\\"Jane\\"}"}'],
        ['an escaped character', '{"x":"\\u006Aane\\u0040example.com", "y":"Jane\\u0040example.com"}']
    ])('finds what is to be hidden in %s', (_, text) => {
        const redacted = redactText(text);
        expect(redacted).not.toMatch(/jane/i);
        expect(redactText(redacted)).toBe(redacted);
    });

    it.each([
        [
            'security_code',
            'cvvNumber',
            'cvcCode',
            'cardVerificationValue',
            'mfa_code',
            'code_verifier',
            'AWSAccessKeyId'
        ],
        ['emv_auth_data', 'nonce_str', 'sign', 'prepay_id', 'connectionString', 'encryptedData', 'GatewayToken__c'],
        ['billTo', 'ship_to', 'BillToContact', 'name_kanji', 'first_name_kana', 'full_name_aliases', 'card_holder'],
        ['vat_id', 'id_number_secondary', 'passportNumber', 'drivers_license', 'nationalId', 'SocialSecurityNumber'],
        ['clabe', 'cashtag', 'vpa', 'payer_id', 'buyer_id', 'iban_last4', 'tracking_number', 'StateCode', 'lat', 'lng']
    ])('hides the values of %s, %s, %s, %s and more', (...keys) => {
        for (const key of keys) {
            expect(redactText(`{"${key}":"Zebra7Qx"}`)).toBe(`{"${key}":"${MASK}"}`);
            expect(redactText(`a=1&${key}=Zebra7Qx`)).toBe(`a=1&${key}=${MASK}`);
            expect(redactText(`<order><${key} n="1">Zebra7Qx</${key}></order>`)).not.toContain('Zebra');
        }
    });

    it('hides JSON that is percent-encoded, once or again, if there is something to hide in it', () => {
        const json = encodeURIComponent('{"billing_details":{"note":"Zebra"}}');
        expect(redactText(`a=1&data=${json}&b=2`)).toBe(`a=1&data=${MASK}&b=2`);
        expect(redactText(`sent ${encodeURIComponent(json)}.`)).toBe(`sent ${MASK}`);
        const harmless = `data=${encodeURIComponent('{"status":"succeeded"}')}`;
        expect(redactText(harmless)).toBe(harmless);
    });

    it.each([
        '{"custom_fields":[{"key":"vat","optional":true,"text":{"value":"Zebra7Qx"}}],"amount":5}',
        'custom_fields[0][key]=vat&custom_fields[0][text][value]=Zebra7Qx&amount=5',
        '{"additionalData":{"gift":"Zebra7Qx"},"amount":5}'
    ])('hides what merchants and their customers fill in as they like: %s', (text) => {
        expect(redactText(text)).not.toContain('Zebra');
        expect(redactText(text)).toMatch(/amount"?[:=]5/);
    });

    it('hides a customer who is named, and not the id of one', () => {
        expect(redactText('{"customer":"Zebra"}')).toBe(`{"customer":"${MASK}"}`);
        expect(redactText('{"customer":{"id":"cus_123","description":"Zebra"}}')).toBe(
            `{"customer":{"id":"cus_123","description":"${MASK}"}}`
        );
        const ofStripe = '{"customer":"cus_123","message":"No such customer: \'cus_NffrFeUfNV2Hib\'"}';
        expect(redactText(ofStripe)).toBe(ofStripe);
    });

    it('finds the keys of an object whose name reads like a header', () => {
        expect(redactText('address: {\n  "line1": "Zebra",\n}')).toBe(`address: {\n  "line1": "${MASK}",\n}`);
    });

    it('redacts a form pair by pair, and leaves its brackets alone', () => {
        const text =
            'items[0][price]=price_1&items[0][note]=mail+jane%40example.com&shipping[name]=Jane+Doe&expand[]=a';
        expect(redactText(text)).toBe(
            `items[0][price]=price_1&items[0][note]=${MASK}&shipping[name]=${MASK}&expand[]=a`
        );
    });

    it('keeps the line breaks of indented JSON in JSON, and the doubled marks of a CSV file', () => {
        const inner = JSON.stringify({ phones: [5551234, 'x'], note: 'say "jane@example.com"' }, undefined, 2);
        const redacted = inner
            .replace('5551234', `"${MASK}"`)
            .replace('"x"', `"${MASK}"`)
            .replace('jane@example.com', MASK);
        expect(redactText(JSON.stringify({ body: inner }))).toBe(JSON.stringify({ body: redacted }));
        const field = (text: string) => `1,"${text.replaceAll('"', '""')}",ok`;
        expect(redactText(field(inner))).toBe(field(redacted));
    });

    it('reads JSON in JSON in a CSV file, also with texts that are empty', () => {
        const inner = JSON.stringify({ a: '', b: ' ', list: ['', ' '], name: 'Jane', amount: 5 });
        const field = (text: string) => `1,"${JSON.stringify({ body: text }).replaceAll('"', '""')}",ok`;
        expect(redactText(field(inner))).toBe(field(inner.replace('Jane', MASK)));
    });

    it('keeps JSON valid, also where it hides numbers, quotes and texts in texts', () => {
        const inner = JSON.stringify({
            note: 'say "jane@example.com"\n',
            list: [4242424242424242],
            card: { number: 1 }
        });
        const redacted = redactText(JSON.stringify({ inner, iban: 7, list: '[4242424242424242]' }));
        expect(JSON.parse(redacted)).toMatchObject({ iban: MASK, list: `["${MASK}"]` });
        expect(JSON.parse((JSON.parse(redacted) as { inner: string }).inner)).toEqual({
            note: `say "${MASK}"\n`,
            list: [MASK],
            card: { number: MASK }
        });
    });

    it('reads a text in JSON that has escapes which JSON does not know as far as it can', () => {
        expect(redactText('{"note":"jane\\u0040example.com C:\\q"}')).toBe(`{"note":"${MASK} C:q"}`);
        expect(redactText('{"note":"a\\nsk_live_51Hs2ab3cd4ef5 \\q"}')).toBe(`{"note":"a\\n${MASK} q"}`);
    });

    it('hides JSON that stands in JSON more often than anybody writes it', () => {
        const nested = (times: number): string => {
            return Array.from({ length: times }).reduce<string>((text) => JSON.stringify({ a: text }), '{"a":"b"}');
        };
        expect(redactText(nested(6))).toBe(nested(6));
        expect(redactText(nested(7))).toContain(MASK);
        expect(redactText(nested(7))).not.toContain('b');
    });

    it('knows where a value stands behind arrays that are deeper than it remembers', () => {
        const depth = 10_005;
        const list = '['.repeat(depth) + ']'.repeat(depth);
        expect(redactText(`{"metadata":{"list":${list},"gift":"Zebra"},"gift":"none"}`)).toBe(
            `{"metadata":{"list":${list},"gift":"${MASK}"},"gift":"none"}`
        );
    });

    it('judges a key that is longer than any by its end', () => {
        const key = 'x'.repeat(300);
        expect(redactText(`{"${key}_password":"Zebra7"}`)).toBe(`{"${key}_password":"${MASK}"}`);
        expect(redactText(`{"${key}_method":"Zebra7"}`)).toBe(`{"${key}_method":"Zebra7"}`);
    });

    it('reads a line once more when a key was hidden in it, which then says something else', () => {
        const redacted = redactText('{"}name==>sk-aaaaaaaaaaaaaaaaaaaa":Zebra}');
        expect(redacted).toBe(`{"}name==>${MASK}":"${MASK}"}`);
        expect(redactText(redacted)).toBe(redacted);
    });

    it('reads a line once more when encoded JSON was hidden in it', () => {
        expect(redactText('name=}B%22name%3A[a=Zebra')).toBe(`name=${MASK}`);
    });

    it('reads as a form what is one as soon as something is hidden in it', () => {
        expect(redactText('number=x202555011907-----BEGIN a')).toBe(`number=${MASK}`);
    });

    it('hides as a whole what reads in another way each time that something is hidden in it', () => {
        expect(redactText('"card":[[]"')).toBe(MASK);
        expect(redactText('202 555 0119(202)555-0119+202 551+202 551+5 01198::1')).toBe(MASK);
    });

    it('hides headers that are not known to be safe', () => {
        const text = 'HTTP/1.1 200 OK\nX-Whatever: 7\nIdempotency-Key: a-1\nRequest-Id: req_1\n\nX-Whatever: 7';
        expect(redactText(text)).toBe(
            `HTTP/1.1 200 OK\nX-Whatever: ${MASK}\nIdempotency-Key: a-1\nRequest-Id: req_1\n\nX-Whatever: 7`
        );
    });

    it('hides a key in PEM to its last line, and what follows is read again', () => {
        const key =
            '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----';
        expect(redactText(`${key}\namount 5`)).toBe(`${MASK}\n${MASK}\n\n${MASK}\n${MASK}\namount 5`);
        expect(redactText('-----BEGIN RSA PRIVATE KEY-----\nMIIEpA\nThe log goes on, amount 5')).toContain('amount 5');
    });

    it('keeps the ids of a text that it hides', () => {
        expect(redactText(`{"metadata":{"note":"Jane paid ${ID}","twin":"${ID}"}}`)).toBe(
            `{"metadata":{"note":"${MASK} ${ID}","twin":"${ID}"}}`
        );
    });

    it('reveals personal data when it is asked to, and never a secret', () => {
        const text = '{"name":"Jane","metadata":{"key":"sk_test_51abc","note":"mail jane@example.com"},"cvc":"123"}';
        expect(redactText(text, { revealPersonal: true })).toBe(
            `{"name":"Jane","metadata":{"key":"${MASK}","note":"mail jane@example.com"},"cvc":"${MASK}"}`
        );
        expect(redactText('email=jane&token=abc', { revealPersonal: true })).toBe(`email=jane&token=${MASK}`);
        expect(redactText('{"metadata":{"number":"A-7"},"card":{"number":"A-7"}}', { revealPersonal: true })).toBe(
            `{"metadata":{"number":"A-7"},"card":{"number":"${MASK}"}}`
        );
        expect(redactText('Name: Jane\nCookie: a', { revealPersonal: true })).toBe(`Name: Jane\nCookie: ${MASK}`);
    });
});

describe('LineRedactor', () => {
    it('goes on with a line that comes in parts where it was', () => {
        const redactor = new LineRedactor({});
        expect(redactor.redact('{"metadata": {"a": "b", ')).toBe(`{"metadata": {"a": "${MASK}", `);
        expect(redactor.hidesRestOfLine).toBe(false);
        expect(redactor.redact('x: {"gift": "Zebra"}', false)).toBe(`x: {"gift": "${MASK}"}`);
    });

    it('says that the rest of the line is hidden where a header or a key in PEM is, up to the next line', () => {
        const redactor = new LineRedactor({});
        expect(redactor.redact('Cookie: a=b; c=')).toBe(`Cookie: ${MASK}`);
        expect(redactor.hidesRestOfLine).toBe(true);
        expect(redactor.redact('Zebra', false)).toBe('Zebra');
        expect(redactor.hidesRestOfLine).toBe(true);
        expect(redactor.redact('Date: today')).toBe('Date: today');
        expect(redactor.hidesRestOfLine).toBe(false);
        expect(redactor.redact('key -----BEGIN PRIVATE KEY-----MIIE')).toBe(`key ${MASK}`);
        expect(redactor.hidesRestOfLine).toBe(true);
    });
});
