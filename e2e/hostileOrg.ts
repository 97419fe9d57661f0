import type { LocalOrg } from '../scripts/local-org/localOrg.ts';
import type { FieldDefinition, FieldType } from '../scripts/local-org/schema/schema.ts';
import { HOSTILE_BODIES, HOSTILE_TEXTS, LONGEST_BODY, withRealCharacters } from './hostileTexts.ts';

/** The records of one order payment summary that hold hostile texts. */
export interface HostileSummary {
    orderId: string;
    summaryId: string;
    logIds: string[];
    records: HostileRecord[];
}

export interface HostileRecord {
    objectName: string;
    id: string;
}

/** Which text a field gets; undefined leaves it empty. */
export type ChooseText = (place: { objectName: string; record: number; field: FieldDefinition }) => string | undefined;

const TEXT_TYPES: ReadonlySet<FieldType> = new Set(['string', 'textarea', 'picklist', 'email', 'phone', 'url']);

/** Salesforce takes no currency that the org does not have. */
const NOT_FREE = new Set(['CurrencyIsoCode']);

/** What a picklist without a known length takes at most. */
const PICKLIST_LENGTH = 255;

/** The fields of an object that take any text. */
export function textFields(org: LocalOrg, objectName: string): FieldDefinition[] {
    return org.schema
        .object(objectName)
        .fields.filter(
            ({ name, type, formula, isRestrictedPicklist }) =>
                TEXT_TYPES.has(type) && formula === undefined && !isRestrictedPicklist && !NOT_FREE.has(name)
        );
}

/**
 * Every text, one after the other: over as many records as there are texts, every field gets each of them. Requests
 * get the first bodies, responses the last.
 */
export const everyText: ChooseText = ({ objectName, record, field }) => {
    if (isBody(field)) {
        const first = field.name === 'Request' ? 0 : HOSTILE_BODIES.length - HOSTILE_TEXTS.length;
        return HOSTILE_BODIES[(first + record) % HOSTILE_BODIES.length];
    }
    const shift = objectName.length + field.name.length;
    return HOSTILE_TEXTS[(record + shift) % HOSTILE_TEXTS.length];
};

/** The bodies of a gateway log. */
export function isBody({ name, length }: FieldDefinition): boolean {
    return length === LONGEST_BODY && (name === 'Request' || name === 'Response');
}

/** What a payment is made with, in turns. */
const PAYMENT_METHODS = ['CardPaymentMethod', 'AlternativePaymentMethod', 'DigitalWallet'] as const;

/**
 * Adds an order with so many order payment summaries, of which the first has so many records of each kind. The text
 * fields of all of them, and of all that they refer to, are chosen: every object that the local org knows is among them.
 * @param count records of each kind
 */
export function addHostileSummary(org: LocalOrg, count: number, choose: ChooseText): HostileSummary {
    const records: HostileRecord[] = [];
    const add = (objectName: string, record: number, values: Record<string, unknown>): string => {
        const id = org.insert(objectName, { ...hostileValues(org, objectName, record, choose), ...values });
        records.push({ objectName, id });
        return id;
    };
    const logIds: string[] = [];
    const [orderId, summaryId] = org.transaction(() => {
        add('Organization', 0, {});
        add('User', 0, {});
        const AccountId = add('Account', 0, {});
        const OriginalOrderId = add('Order', 0, { AccountId });
        const order = add('OrderSummary', 0, { AccountId, OriginalOrderId });
        const summary = add('OrderPaymentSummary', 0, { OrderSummaryId: order });
        const PaymentGatewayProviderId = add('PaymentGatewayProvider', 0, {});
        for (let record = 0; record < count; record++) {
            if (record > 0) {
                add('OrderPaymentSummary', record, { OrderSummaryId: order });
            }
            add('Stripe_Gateway_Setting__mdt', record, {});
            const PaymentGatewayId = add('PaymentGateway', record, { PaymentGatewayProviderId });
            const PaymentMethodId = add(PAYMENT_METHODS[record % 3] ?? '', record, {});
            const PaymentGroupId = add('PaymentGroup', record, {});
            const shared = { OrderPaymentSummaryId: summary, PaymentGatewayId };
            const paid = { ...shared, AccountId, PaymentMethodId, PaymentGroupId };
            const authorization = add('PaymentAuthorization', record, { ...paid, Amount: 10 });
            const PaymentAuthorizationId = authorization;
            add('PaymentAuthAdjustment', record, { PaymentAuthorizationId, Amount: 1 });
            const payment = add('Payment', record, { ...paid, PaymentAuthorizationId, Amount: 9 });
            const refund = add('Refund', record, { ...paid, Amount: 2 });
            add('RefundLinePayment', record, { RefundId: refund, PaymentId: payment, Amount: 2 });
            add('PaymentLineInvoice', record, { PaymentId: payment, Amount: 2 });
            const ReferencedEntityId = record % 2 === 0 ? payment : authorization;
            logIds.push(add('PaymentGatewayLog', record, { ...shared, ReferencedEntityId }));
        }
        return [order, summary];
    });
    return { orderId, summaryId, logIds, records };
}

/** Answers of Apex get the characters that SQLite does not keep. */
export function answerWithRealCharacters(org: LocalOrg): void {
    const callApex = org.callApex.bind(org);
    org.callApex = (className, methodName, parameters) => {
        const answer = JSON.stringify(callApex(className, methodName, parameters) ?? null);
        return JSON.parse(answer, (_key, value: unknown) =>
            typeof value === 'string' ? withRealCharacters(value) : value
        );
    };
}

function hostileValues(
    org: LocalOrg,
    objectName: string,
    record: number,
    choose: ChooseText
): Record<string, string | undefined> {
    const values = textFields(org, objectName).map((field) => {
        const text = choose({ objectName, record, field });
        return [field.name, text?.slice(0, field.length ?? PICKLIST_LENGTH)];
    });
    return Object.fromEntries(values) as Record<string, string | undefined>;
}
