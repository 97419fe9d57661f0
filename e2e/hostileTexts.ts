/** Texts that somebody could store in a field in order to run code, to deceive, or to break the page. */

/** What an attack that runs leaves behind: `window.hostile`, and elements with the attribute `data-hostile`. */
const RUN = 'window.hostile=1';

/** The longest text that Salesforce stores in the bodies of a gateway log. */
export const LONGEST_BODY = 131_072;

/** Bidirectional controls that change the order of what stands beside them. */
export const REORDERING = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * SQLite ends a text at a null byte and does not keep half a character: fields hold these in their place, and the
 * answers of Apex get the real ones.
 */
const STAND_INS: Readonly<Record<string, string>> = { '\uE000': '\u0000', '\uE001': '\uD83D', '\uE002': '\uDE00' };

/** Puts null bytes and halves of characters into a text of a field. */
export function withRealCharacters(text: string): string {
    return text.replace(/[\uE000-\uE002]/g, (standIn) => STAND_INS[standIn] ?? standIn);
}

/** For fields of any length: a longer text is cut. */
export const HOSTILE_TEXTS: readonly string[] = [
    `<script data-hostile>${RUN}</script>`,
    `<img data-hostile src=x onerror="${RUN}">`,
    `"><svg data-hostile onload=${RUN}>`,
    `' autofocus onfocus=${RUN} data-hostile='`,
    `</title></style></textarea><iframe data-hostile srcdoc="<script>parent.${RUN}</script>">`,
    `{{constructor.constructor('${RUN}')()}} \${${RUN}}`,
    `javascript:${RUN}`,
    ` java\tscript:${RUN}`,
    `data:text/html,<script>opener.${RUN}</script>`,
    'vbscript:msgbox(1)',
    '//evil.example/pi_3MtwBwLkdIwHu7ix28a3tqPa',
    'https://dashboard.stripe.com@evil.example/payments/pi_3MtwBwLkdIwHu7ix28a3tqPa',
    'https://dashboard.stripe.com.evil.example/logs/req_1a2B3c4D5e6F7g',
    '"request_log_url":"https://evil.example/logs/req_1a2B3c4D5e6F7g"',
    'pi_3MtwBwLkdIwHu7ix28a3tqPa/../../evil',
    'pi_3MtwBwLkdIwHu7ix28a3tqPa?x=1#/evil',
    'pi_3MtwBwLkdIwHu7ix\u202E28a3tqPa',
    '\u202Egnol si txet siht\u2066\u2067\u202D',
    '\u2069\u2069\u202C\u202Edesrever',
    '\u05D0\u05D1\u05D2 123 \u0627\u0644\u0645\u0628\u0644\u063A 456',
    'null\uE000byte pi_3MtwBwLkdIwHu7ix28a3tqPa\uE000',
    'half \uE001 a \uE002 character',
    'sk_li\u200Bve_51HxYzABCDEFGHIJKLMNOPQR',
    'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308'.repeat(25),
    'a'.repeat(255),
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(30),
    '=HYPERLINK("https://evil.example","open")',
    '+cmd|/C calc!A0',
    '-2+3+cmd|/C calc!A0',
    '@SUM(1+1)*cmd|/C calc!A0',
    '\t=1+1',
    ';=1+1',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '{0} {1} {9} $& $1 $`',
    '%E0%A4%A %00 %2e%2e%2f',
    "' OR Id != NULL --",
    'line\r\nbreak\u2028and\u2029more\u0085'
];

/** For the bodies of gateway logs. */
export const HOSTILE_BODIES: readonly string[] = [
    ...HOSTILE_TEXTS,
    JSON.stringify(Object.fromEntries(HOSTILE_TEXTS.map((text, index) => [`${text} ${index}`, text]))),
    '{"__proto__":{"hostile":1,"id":"pi_3MtwBwLkdIwHu7ix28a3tqPa"},"constructor":{"prototype":{"hostile":1}},"id":"ch_1"}',
    '{"object":"toString","status":"__proto__","error":{"code":"constructor","decline_code":"hasOwnProperty"}}',
    '{"amount":1e400,"currency":"<b>","created":-1e99,"livemode":"yes"}',
    '{"amount":12345678901234567890,"currency":"zzz","object":"payment_intent"}',
    `{"error":{"request_log_url":"javascript:${RUN}","message":"\\u202Edeclined","doc_url":"data:text/html,x"}}`,
    '{"url":"https://evil.example/","next_action":{"redirect_to_url":{"url":"https://evil.example/"}}}',
    '{"half":"\\ud83d","other":"\\ude00","null":"\\u0000","reversed":"\\u202E","\\u202Ekey":1}',
    '['.repeat(10_000) + ']'.repeat(10_000),
    '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
    '[['.repeat(LONGEST_BODY / 2),
    `{"long":"${'x'.repeat(LONGEST_BODY - 11)}"}`,
    'x'.repeat(LONGEST_BODY),
    '\u202Ex'.repeat(LONGEST_BODY / 2),
    '\n'.repeat(LONGEST_BODY),
    `[${'0,'.repeat(LONGEST_BODY / 2 - 1)}0]`.slice(0, LONGEST_BODY),
    `<a>${'<b>'.repeat(20_000)}`,
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x onload="${RUN}">&b;</x>`,
    `HTTP/1.1 200 OK\r\nLocation: javascript:${RUN}\r\n\r\n<script data-hostile>${RUN}</script>`,
    `a=${encodeURIComponent('<script>')}&__proto__[hostile]=1&amount=%&b=%E0%A4%A`
];
