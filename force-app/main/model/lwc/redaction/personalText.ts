import { MASK } from 'c/gatewayReference';

/** The middle of a mailbox, also percent-encoded. */
const AT_SIGN = /@|%40/g;
const LOCAL_PART = /[\w.%+'\u0080-\uffff-]/;
const LONGEST_LOCAL_PART = 64;
const DOMAIN = /[\w.\u0080-\u2021\u2023-\uffff-]{1,255}/y;

const IP_V4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)/g;
const IP_V6 = /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;

/** A double colon, or more colons than a time has. */
const IP_V6_LIKELY = /::|(?::[0-9a-f]{1,4}){5}/i;

/** With the country's code, or in the groups of North America. */
const PHONE =
    /(?<![\w.])(?:\+\d[\d ().\u00a0/-]{5,20}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w-])/g;

/** An international bank account number (ISO 13616), with or without its groups of four. */
const IBAN = /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)/g;

/** A social security number of the United States. */
const SOCIAL_SECURITY_NUMBER = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g;

/** A text without any of these has no personal data that could be told by its shape: one look instead of six. */
const MAY_HOLD_PERSONAL =
    /@|%40|\d\.\d{1,3}\.\d|::|(?::[0-9a-f]{1,4}){5}|\+\d|\d{3}\)?[ .-]\d{2,3}[ .-]\d{4}|[A-Z]{2}\d{2} ?[A-Z0-9]{4}/i;

/** Replaces what looks like personal data: e-mail and IP addresses, phone and bank account numbers. Names have no shape. */
export function maskPersonal(text: string): string {
    if (!MAY_HOLD_PERSONAL.test(text)) {
        return text;
    }
    let masked = maskMailboxes(text).replace(IP_V4, (address) => (isIpV4(address) ? MASK : address));
    if (IP_V6_LIKELY.test(masked)) {
        masked = masked.replace(IP_V6, (address) => (isIpV6(address) ? MASK : address));
    }
    return masked
        .replace(PHONE, MASK)
        .replace(SOCIAL_SECURITY_NUMBER, MASK)
        .replace(IBAN, (number) => (isIban(number.replaceAll(' ', '')) ? MASK : number));
}

/** Looks for the sign in the middle, and from there to both ends: a long text without one takes no time. */
function maskMailboxes(text: string): string {
    let masked = '';
    let copied = 0;
    AT_SIGN.lastIndex = 0;
    for (let sign = AT_SIGN.exec(text); sign; sign = AT_SIGN.exec(text)) {
        const start = startOfLocalPart(text, sign.index, copied);
        DOMAIN.lastIndex = AT_SIGN.lastIndex;
        if (start < sign.index && DOMAIN.test(text)) {
            masked += text.slice(copied, start) + MASK;
            copied = DOMAIN.lastIndex;
            AT_SIGN.lastIndex = copied;
        }
    }
    return masked + text.slice(copied);
}

function startOfLocalPart(text: string, end: number, from: number): number {
    let start = end;
    while (start > from && end - start < LONGEST_LOCAL_PART && LOCAL_PART.test(text.charAt(start - 1))) {
        start -= 1;
    }
    return start;
}

function isIpV4(address: string): boolean {
    return address.split('.').every((part) => Number(part) <= 255);
}

/** Eight groups, or fewer and a double colon; a time of day has neither. */
function isIpV6(address: string): boolean {
    return address.split(':').length === 8 || (address.includes('::') && /[0-9a-f]/i.test(address));
}

/** The check digits of ISO 13616: the rearranged number, letters as 10 to 35, leaves 1 when divided by 97. */
function isIban(number: string): boolean {
    const digits = (number.slice(4) + number.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
        String(letter.charCodeAt(0) - 55)
    );
    let rest = 0;
    for (const digit of digits) {
        rest = (rest * 10 + Number(digit)) % 97;
    }
    return number.length >= 15 && rest === 1;
}
