import type { StripeMode } from 'c/gatewayReference';
import type { GatewaySetting, PaymentRecord } from 'c/paymentRecord';
import { findRequestLogs } from 'c/requestLog';
import type { ContextEvidence } from 'c/stripeContext';
import { isAccountId } from 'c/stripeContext';

/** What is known about account and mode besides the records themselves. */
export interface EvidenceSettings {
    /** The custom metadata records. */
    gatewaySettings: readonly GatewaySetting[];
    /** Whether the org is a sandbox or scratch org; undefined while it is not known. */
    isSandbox?: boolean;
    /** The mode that the person chose in this browser, by PaymentGatewayId ('' for records without a gateway). */
    chosenModes: Readonly<Record<string, StripeMode>>;
}

export const NO_SETTINGS: EvidenceSettings = { gatewaySettings: [], chosenModes: {} };

/** Values of stripeAccountType__c, which the storefront cartridge writes, and of the setting's mode. */
const MODES: ReadonlyMap<string | undefined, StripeMode> = new Map<string | undefined, StripeMode>([
    ['STRIPE_LIVE', 'live'],
    ['STRIPE_TEST', 'test'],
    ['Live', 'live'],
    ['Test', 'test']
]);

/**
 * Everything that tells the account or the mode of a record: what it and the records around it say, its gateway's
 * setting, the person's choice, and the kind of org.
 *
 * @param related the record itself first, then what relatedRecords gives for it
 */
export function evidenceOf(related: readonly PaymentRecord[], settings: EvidenceSettings): ContextEvidence[] {
    const chosenMode = settings.chosenModes[related[0]?.record.PaymentGatewayId ?? ''];
    return [
        ...related.flatMap(evidenceInRecord),
        ...evidenceInSettings(gatewayNameOf(related), settings.gatewaySettings),
        ...(chosenMode === undefined ? [] : [{ source: 'personsChoice' as const, mode: chosenMode }]),
        ...(settings.isSandbox ? [{ source: 'orgDefault' as const, mode: 'test' as const }] : [])
    ];
}

function evidenceInRecord({ record }: PaymentRecord): ContextEvidence[] {
    const { stripeAccountId__c: account, stripeAccountType__c: type } = record;
    const mode = MODES.get(type);
    return [
        ...(account !== undefined || mode !== undefined ? [{ source: 'recordFields' as const, account, mode }] : []),
        ...textsOf(record).flatMap(evidenceInText)
    ];
}

/** The fields that may hold a message of Stripe's, or a part of one. */
function textsOf(record: {
    GatewayMessage?: string;
    GatewayRefDetails?: string;
    GatewayResultCodeDescription?: string;
}): string[] {
    const texts = [record.GatewayMessage, record.GatewayRefDetails, record.GatewayResultCodeDescription];
    return texts.filter((text) => text !== undefined);
}

function evidenceInText(text: string): ContextEvidence[] {
    const livemode = /"livemode"\s*:\s*(true|false)\b/.exec(text)?.[1];
    return [
        ...findRequestLogs(text).map(({ account, mode }) => ({ source: 'requestLogUrl' as const, account, mode })),
        ...(livemode === undefined
            ? []
            : [{ source: 'livemode' as const, mode: livemode === 'true' ? ('live' as const) : ('test' as const) }])
    ];
}

/**
 * The record's own gateway, else that of the nearest record that has one: an adjustment has none of its own.
 *
 * @param related the record itself first, then what relatedRecords gives for it
 */
export function gatewayNameOf(related: readonly PaymentRecord[]): string | undefined {
    return related.map(({ record }) => record.PaymentGateway?.PaymentGatewayName).find((name) => name !== undefined);
}

/** The setting that is used for a gateway: the one that names it; else the default, the one that names none. */
export function gatewaySettingFor(
    gatewayName: string | undefined,
    settings: readonly GatewaySetting[]
): GatewaySetting | undefined {
    const named = settings.find(({ PaymentGatewayName__c: name }) => name !== undefined && name === gatewayName);
    return named ?? settings.find(({ PaymentGatewayName__c: name }) => name === undefined || name === '');
}

/** The mode that a setting names; undefined where it names none, or one that is not known. */
export function modeOfSetting(setting: GatewaySetting | undefined): StripeMode | undefined {
    return MODES.get(setting?.Mode__c);
}

function evidenceInSettings(gatewayName: string | undefined, settings: readonly GatewaySetting[]): ContextEvidence[] {
    const setting = gatewaySettingFor(gatewayName, settings);
    return setting === undefined
        ? []
        : [{ source: 'gatewaySetting', account: setting.AccountId__c, mode: modeOfSetting(setting) }];
}

/** A setting that names an account which is none. It is not used, and an admin should hear of it. */
export function malformedSettings(settings: readonly GatewaySetting[]): GatewaySetting[] {
    return settings.filter(
        ({ AccountId__c: account }) => account !== undefined && account !== '' && !isAccountId(account)
    );
}
