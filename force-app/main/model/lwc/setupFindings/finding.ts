import type { PaymentObjectName, PaymentRecord } from 'c/paymentRecord';

/**
 * `blocks`: the console shows nothing. `limits`: lists, columns or links are missing or uncertain. `worthKnowing`: it
 * works, but may surprise. `fine`: looked at, and nothing to do.
 */
export const SEVERITIES = ['blocks', 'limits', 'worthKnowing', 'fine'] as const;

export type FindingSeverity = (typeof SEVERITIES)[number];

/** Who can take the next step: an administrator of the org, or whoever deploys this package to it. */
export type FindingOwner = 'admin' | 'deployer';

/** What was found, with the names that the next step needs. Each kind has one next step. */
export type FindingDetail =
    /** The org lacks an object of Salesforce's, or one of this package. */
    | { kind: 'objectMissing' | 'packageObjectMissing'; objectName: string }
    /** The user has no read access to an object of Salesforce's, or to the custom metadata of this package. */
    | { kind: 'objectHidden' | 'packageObjectHidden'; objectName: string }
    | { kind: 'fieldsMissing' | 'packageFieldsMissing'; objectName: string; fields: readonly string[] }
    | { kind: 'fieldsHidden' | 'packageFieldsHidden'; objectName: string; fields: readonly string[] }
    /** No setting names the gateway, and the default does not tell everything. The name is free for a new record. */
    | { kind: 'gatewayWithoutSetting'; gatewayName: string; developerName: string }
    | { kind: 'settingWithoutAccount' | 'settingWithoutMode'; settingName: string; gatewayName: string }
    | { kind: 'settingMalformedAccount' | 'settingUnknownMode'; settingName: string }
    /** A sandbox takes test payments; its settings may have come from production with everything else. */
    | { kind: 'settingLiveInSandbox'; settingName: string }
    /** Several settings name the same gateway, or none: only the first one is used. */
    | { kind: 'settingDuplicate'; gatewayName: string; settingNames: readonly string[] }
    /** No gateway has this name. `similarName` differs only in case or blanks. */
    | { kind: 'settingUnknownGateway'; settingName: string; gatewayName: string; similarName?: string }
    /** Records tell another account or mode than the setting of their gateway. */
    | { kind: 'settingContradicted'; settingName: string; count: number; example: PaymentRecord }
    | { kind: 'linksOfUnknownMode'; objectName: PaymentObjectName; count: number; total: number }
    | { kind: 'noGateways' | 'noRecords' | 'sandboxDefault' | 'cannotReveal' }
    | { kind: 'everythingReadable'; objectCount: number; fieldCount: number }
    | { kind: 'settingsValid'; count: number }
    | { kind: 'everyModeKnown'; count: number };

export type FindingKind = FindingDetail['kind'];

export type SetupFinding = FindingDetail & { severity: FindingSeverity; owner: FindingOwner };
