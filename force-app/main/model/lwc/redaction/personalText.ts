import type { Masking } from 'c/gatewayReference';
import { MASK } from 'c/gatewayReference';

/** A mailbox from its middle on, also percent-encoded. What stands before is the group: a pattern can look back. */
const MAILBOX = /(?:@|%40)(?<=([\w.%+'\u0080-\uffff-]{1,64})(?:@|%40))[\w.\u0080-\u2021\u2023-\uffff-]{1,255}/g;

const IP_V4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)/g;
const IP_V6 = /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;

/** With the country's code, or in the groups of North America. */
const PHONE =
    /(?<![\w.])(?:\+\d[\d ().\u00a0/-]{5,20}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w-])/g;

/** An international bank account number (ISO 13616), with or without its groups of four, and short words behind it. */
const IBAN = /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?!\w)/g;

/** A social security number of the United States. */
const SOCIAL_SECURITY_NUMBER = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g;

const MAY_HOLD_IP_V4 = /\d\.\d{1,3}\.\d/;
/** A double colon, or more colons than a time has. */
const MAY_HOLD_IP_V6 = /::|(?::[0-9a-f]{1,4}){5}/i;
const MAY_HOLD_PHONE = /\+\d|\d{3}\)?[ .-]\d{2,3}[ .-]\d{4}/;
const MAY_HOLD_IBAN = /[A-Z]{2}\d{2} ?[A-Z0-9]{4}/;

/** What looks like personal data: e-mail and IP addresses, phone and bank account numbers. Names have no shape. */
export const PERSONAL_MASKINGS: readonly Masking[] = [
    { mayChange: (text) => text.includes('@') || text.includes('%40'), mask: maskMailboxes },
    {
        mayChange: (text) => MAY_HOLD_IP_V4.test(text),
        mask: (text) => text.replace(IP_V4, (address) => (isIpV4(address) ? MASK : address))
    },
    {
        mayChange: (text) => MAY_HOLD_IP_V6.test(text),
        mask: (text) => text.replace(IP_V6, (address) => (isIpV6(address) ? MASK : address))
    },
    {
        mayChange: (text) => MAY_HOLD_PHONE.test(text),
        mask: (text) => text.replace(PHONE, MASK).replace(SOCIAL_SECURITY_NUMBER, MASK)
    },
    {
        mayChange: (text) => MAY_HOLD_IBAN.test(text),
        mask: maskIbans
    }
];

/** Looks for the sign in the middle, and from there to both ends: a long text without one takes no time. */
function maskMailboxes(text: string): string {
    let masked = '';
    let copied = 0;
    MAILBOX.lastIndex = 0;
    for (let mailbox = MAILBOX.exec(text); mailbox; mailbox = MAILBOX.exec(text)) {
        const [, localPart] = mailbox;
        if (localPart !== undefined && mailbox.index > copied) {
            masked += text.slice(copied, Math.max(copied, mailbox.index - localPart.length)) + MASK;
            copied = MAILBOX.lastIndex;
        }
    }
    return masked + text.slice(copied);
}

function isIpV4(address: string): boolean {
    return address.split('.').every((part) => Number(part) <= 255);
}

/** Eight groups, or fewer and a double colon; a time of day has neither. */
function isIpV6(address: string): boolean {
    return address.split(':').length === 8 || (address.includes('::') && /[0-9a-f]/i.test(address));
}

/** A currency or a year behind a number may look like its last group, and a word before it like its start. */
function maskIbans(text: string): string {
    let masked = '';
    let copied = 0;
    IBAN.lastIndex = 0;
    for (let found = IBAN.exec(text); found; found = IBAN.exec(text)) {
        const length = lengthOfIban(found[0]);
        IBAN.lastIndex = found.index + Math.max(1, length);
        if (length > 0) {
            masked += text.slice(copied, found.index) + MASK;
            copied = IBAN.lastIndex;
        }
    }
    return masked + text.slice(copied);
}

/** How long the number is that groups start with; 0 where they start with none. */
function lengthOfIban(groups: string): number {
    let end = groups.length;
    while (end > 0 && !isIban(groups.slice(0, end).replaceAll(' ', ''))) {
        end = groups.lastIndexOf(' ', end - 1);
    }
    return Math.max(0, end);
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
