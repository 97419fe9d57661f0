import type { GatewayMessage, MessageNode } from 'c/gatewayMessage';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { MASK } from 'c/redaction';

const ID = 'pi_3MtwBwLkdIwHu7ix28a3tqPa';

/** The node that the keys lead to; an item by its position. */
function nodeAt({ body }: GatewayMessage, ...path: (string | number)[]): MessageNode | undefined {
    return path.reduce<MessageNode | undefined>((node, step) => {
        return typeof step === 'number' ? node?.children[step] : node?.children.find(({ key }) => key === step);
    }, body);
}

const textOf = (text: string) => textOfLines(parseGatewayMessage(text).lines);

describe('parseGatewayMessage', () => {
    it('reads JSON into nodes, with the reference of each Stripe id', () => {
        const message = parseGatewayMessage(`{"id":"${ID}","paid":true,"charges":[{"amount":5}],"customer":null}`);
        expect(message).toMatchObject({ format: 'json', bodyFormat: 'json', isCutOff: false, notices: [] });
        expect(nodeAt(message, 'id')).toMatchObject({
            kind: 'string',
            text: ID,
            reference: { object: 'payment_intent' }
        });
        expect(nodeAt(message, 'paid')).toMatchObject({ kind: 'boolean', text: 'true', isMasked: false });
        expect(nodeAt(message, 'customer')).toMatchObject({ kind: 'null', text: 'null' });
        expect(nodeAt(message, 'charges', 0, 'amount')).toMatchObject({ kind: 'number', text: '5' });
    });

    it.each(['12345678901234567890', '1.10', '1e400', '-0', '0.1E-7'])(
        'keeps the number %s as it is written',
        (number) => {
            expect(nodeAt(parseGatewayMessage(`{"amount":${number}}`), 'amount')?.text).toBe(number);
        }
    );

    it('takes keys as they come: twice, empty, and of a prototype', () => {
        const { body } = parseGatewayMessage('{"a":1,"a":2,"":3,"__proto__":{"x":4},"constructor":5}');
        expect(body?.children.map(({ key }) => key)).toEqual(['a', 'a', '', '__proto__', 'constructor']);
    });

    it('says what is hidden and why', () => {
        const message = parseGatewayMessage(
            '{"client_secret":"x","name":"Jane","note":"sk_test_51abc","to":"j@example.com"}'
        );
        expect(nodeAt(message, 'client_secret')).toMatchObject({ text: MASK, isMasked: true, maskKind: 'secret' });
        expect(nodeAt(message, 'name')).toMatchObject({ text: MASK, isMasked: true, maskKind: 'personal' });
        expect(nodeAt(message, 'note')).toMatchObject({ text: MASK, isMasked: true, maskKind: 'secret' });
        expect(nodeAt(message, 'to')).toMatchObject({ text: MASK, isMasked: true, maskKind: 'personal' });
    });

    it('reveals personal data when it is asked to, marked as such, and no secret', () => {
        const text = '{"client_secret":"x","name":"Jane","metadata":{"note":"card 4242424242424242 of Jane"}}';
        const message = parseGatewayMessage(text, { revealPersonal: true });
        expect(nodeAt(message, 'client_secret')?.text).toBe(MASK);
        expect(nodeAt(message, 'name')).toMatchObject({ text: 'Jane', isMasked: false, maskKind: 'personal' });
        expect(nodeAt(message, 'metadata', 'note')?.text).toBe(`card ${MASK} of Jane`);
    });

    it('hides secrets that are keys', () => {
        expect(
            parseGatewayMessage('{"sk_live_51Hs2ab3cd4ef5":1,"client_secret":2}').body?.children.map(({ key }) => key)
        ).toEqual([MASK, 'client_secret']);
    });

    it('opens JSON that is the text of a string', () => {
        const message = parseGatewayMessage(JSON.stringify({ body: JSON.stringify({ id: ID, email: 'jane' }) }));
        expect(nodeAt(message, 'body')).toMatchObject({ kind: 'object', isEmbedded: true });
        expect(nodeAt(message, 'body', 'id')?.text).toBe(ID);
        expect(nodeAt(message, 'body', 'email')?.isMasked).toBe(true);
    });

    it('reads JSON behind a prefix', () => {
        const message = parseGatewayMessage('ERROR: {"error":{"code":"card_declined"}}');
        expect(message).toMatchObject({ format: 'json', prefix: 'ERROR:' });
        expect(nodeAt(message, 'error', 'code')?.text).toBe('card_declined');
        expect(parseGatewayMessage('Status [402] for jane@example.com: {"a":1}').prefix).toBe(
            `Status [402] for ${MASK}:`
        );
        expect(nodeAt(parseGatewayMessage('metadata: {"gift":"for Jane"}'), 'gift')?.isMasked).toBe(true);
    });

    it('reads a form, nested, with items and repeated keys', () => {
        const message = parseGatewayMessage(
            `amount=8450&payment_method_data%5Bcard%5D[number]=4000+0000&expand[]=customer&expand[]=charge&items[0][id]=a&metadata[order_id]=0001&x=1&x=2`
        );
        expect(message.format).toBe('form');
        expect(nodeAt(message, 'amount')?.text).toBe('8450');
        expect(nodeAt(message, 'payment_method_data', 'card', 'number')).toMatchObject({
            text: MASK,
            maskKind: 'secret'
        });
        expect(nodeAt(message, 'expand')).toMatchObject({
            kind: 'array',
            children: [{ text: 'customer' }, { text: 'charge' }]
        });
        expect(nodeAt(message, 'items', 0, 'id')?.text).toBe('a');
        expect(nodeAt(message, 'metadata', 'order_id')?.text).toBe('0001');
        expect(message.body?.children.filter(({ key }) => key === 'x')).toHaveLength(2);
    });

    it('reads a key of a form without a value as one whose value is empty', () => {
        const message = parseGatewayMessage('amount=5&confirm');
        expect(nodeAt(message, 'confirm')).toMatchObject({ kind: 'string', text: '' });
    });

    it('decodes what it can of a form, and leaves encoded bytes that are no text as they are', () => {
        expect(nodeAt(parseGatewayMessage('note=%C0%80+%41%FF%C3%A9'), 'note')?.text).toBe('%C0%80 A%FFé');
    });

    it('takes a text in a string for JSON only if it is whole', () => {
        const message = parseGatewayMessage(JSON.stringify({ cut: '{"email":"jane","a":', whole: '\u2003[1]' }));
        expect(message).toMatchObject({ isCutOff: false, notices: [] });
        expect(nodeAt(message, 'cut')).toMatchObject({ kind: 'string', text: `{"email":"${MASK}","a":` });
        expect(nodeAt(message, 'whole')).toMatchObject({ kind: 'array', isEmbedded: true });
    });

    it('writes nothing behind the headers of a message of HTTP without a body', () => {
        expect(textOf('HTTP/1.1 204 No Content\nRequest-Id: req_1')).toBe('HTTP/1.1 204 No Content\nRequest-Id: req_1');
        expect(textOf('HTTP/1.1 200 OK\n\na=1')).toBe('HTTP/1.1 200 OK\n\n{\n  "a": "1"\n}');
    });

    it('reads a message of HTTP: first line, headers, body', () => {
        const message = parseGatewayMessage(
            'POST /v1/payment_intents HTTP/1.1\r\nAuthorization: Bearer sk_test_1\r\nIdempotency-Key: SF-1\r\n\r\namount=5'
        );
        expect(message).toMatchObject({
            format: 'http',
            bodyFormat: 'form',
            prefix: 'POST /v1/payment_intents HTTP/1.1'
        });
        expect(message.headers?.children.map(({ text }) => text)).toEqual([MASK, 'SF-1']);
        expect(nodeAt(message, 'amount')?.text).toBe('5');
        expect(parseGatewayMessage('Idempotency-Key: SF-1\n\n{"a":1}')).toMatchObject({
            format: 'http',
            bodyFormat: 'json'
        });
    });

    it.each([
        ['in a text', '{"id":"pi_1","error":{"message":"Your card was decl', 'Your card was ••••••'],
        ['in a card number', '{"id":"pi_1","note":"card 4242 4242 42', 'card ••••••'],
        ['in a key', '{"id":"pi_1","mess', undefined],
        ['after a key', '{"id":"pi_1","message":', undefined],
        ['in a word', '{"id":"pi_1","paid":tr', undefined],
        ['after a comma', '{"id":"pi_1",', undefined],
        ['after a bracket', '{"id":"pi_1","data":{', '']
    ])('shows JSON that is cut off %s as far as it goes', (_, text, last) => {
        const message = parseGatewayMessage(text);
        expect(message).toMatchObject({
            format: 'json',
            isCutOff: true,
            notices: [{ kind: 'cutOff', at: text.length }]
        });
        expect(nodeAt(message, 'id')?.text).toBe('pi_1');
        const found = message.body?.children[1]?.children.at(-1) ?? message.body?.children[1];
        expect(found?.text).toBe(last);
        expect(textOf(textOf(text))).toBe(textOf(text));
    });

    it('marks a number at the cut, and hides a long one: it may be the start of a card number', () => {
        expect(nodeAt(parseGatewayMessage('{"amount":94'), 'amount')).toMatchObject({ text: '94', isCutOff: true });
        expect(nodeAt(parseGatewayMessage('{"n":42424242424'), 'n')).toMatchObject({ text: MASK, isCutOff: true });
    });

    it.each(['[accepted]', 'true', '"x"', '{', 'see {', '{"a":1}}', "{'a':1}", '{"a":1 "b":2}', 'YWJjZA=='])(
        'takes %j for a text',
        (text) => {
            const message = parseGatewayMessage(text);
            expect(message).toMatchObject({ format: 'text', isCutOff: false });
            expect(message.body).toBeUndefined();
            expect(textOf(text)).toBe(text);
        }
    );

    it.each([undefined, '', ' \n'])('takes %j for empty', (text) => {
        expect(parseGatewayMessage(text)).toMatchObject({ format: 'empty', lines: [], notices: [] });
    });

    it('reads JSON of any depth, and says that it is deep', () => {
        const depth = 60_000;
        const text = '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);
        const { notices, lines } = parseGatewayMessage(text);
        expect(notices).toEqual([{ kind: 'deep', depth }]);
        expect(lines).toHaveLength(2 * depth + 1);
        expect(textOfLines(lines).length).toBeLessThan(300 * depth);
    });

    it('says when a form or text is as long as the field, and does not show its last word', () => {
        const message = parseGatewayMessage(`${'word '.repeat(26_214)}jane`);
        expect(message.notices).toEqual([{ kind: 'asLongAsTheField' }]);
        expect(textOfLines(message.lines)).toMatch(/word ••••••$/);
        const form = parseGatewayMessage(`amount=5&description=${'jane'.repeat(32_768)}`);
        expect(form.notices).toEqual([{ kind: 'asLongAsTheField' }]);
        expect(nodeAt(form, 'amount')?.text).toBe('5');
        expect(nodeAt(form, 'description')?.text).toBe(MASK);
    });

    it('writes its lines with depth, so that a list can draw any of them', () => {
        const { lines } = parseGatewayMessage('{"a":[1,{"b":{}}],"c":"x"}');
        expect(lines.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 3, 2, 1, 1, 0]);
        expect(textOfLines(lines)).toBe(JSON.stringify({ a: [1, { b: {} }], c: 'x' }, undefined, 2));
    });
});
