import { parseGatewayReference } from 'c/gatewayReference';
import { redactText } from 'c/redaction';
import type { OrgRecord } from './orgRecords.ts';

/** What is kept instead of a reference that holds a secret: it is read as one, so that the finding stays. */
export const SECRET_REFERENCE = 'pi_0_secret_0';

/** What is kept instead of a reference with markup, control characters or an address. */
export const UNSAFE_REFERENCE = '<hidden>';

const TEXTS: ReadonlySet<string> = new Set([
    'GatewayAuthCode',
    'GatewayMessage',
    'GatewayRefDetails',
    'GatewayResultCode',
    'GatewayResultCodeDescription'
]);

/**
 * The record as it may be written to a file: without secrets and personal data. Ids, codes, modes and accounts stay,
 * so that its link is the same.
 */
export function withoutSecrets(record: OrgRecord): OrgRecord {
    const fields = Object.entries(record).map(([name, value]) => {
        if (typeof value !== 'string') {
            return [name, value];
        }
        if (name === 'GatewayRefNumber' || name === 'PaymentIntentGuid' || name === 'stripeChargeId__c') {
            return [name, safeReference(value)];
        }
        return [name, TEXTS.has(name) ? redactText(value) : value];
    });
    return { ...Object.fromEntries(fields), Id: record.Id };
}

function safeReference(text: string): string {
    switch (parseGatewayReference(text).kind) {
        case 'secret':
            return SECRET_REFERENCE;
        case 'unsafe':
            return UNSAFE_REFERENCE;
        case 'unknown':
            return redactText(text);
        default:
            return text;
    }
}
