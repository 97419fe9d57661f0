import type { GatewaySetting } from 'c/paymentRecord';
import { gatewaySettingFor, malformedSettings, modeOfSetting } from 'c/stripeEvidence';
import type { PaymentGateway, SetupFacts } from './facts';
import type { SetupFinding } from './finding';
import { nameOfSetting } from './settingNames';

/** What is wrong with the custom metadata records; else that they are valid. */
export function settingFindings(facts: SetupFacts): SetupFinding[] {
    const { settings, gateways, isSandbox } = facts;
    if (settings === undefined) {
        return [];
    }
    const problems = [
        ...malformedSettings(settings).map((setting) => problem('settingMalformedAccount', setting)),
        ...settings.filter(hasUnknownMode).map((setting) => problem('settingUnknownMode', setting)),
        ...(isSandbox ? settings.filter(isLive).map((setting) => problem('settingLiveInSandbox', setting)) : []),
        ...duplicates(settings),
        ...(gateways === undefined ? [] : settings.flatMap((setting) => unknownGateway(setting, gateways))),
        ...contradictions(facts, settings)
    ];
    return problems.length > 0 || settings.length === 0
        ? problems
        : [{ kind: 'settingsValid', count: settings.length, severity: 'fine', owner: 'admin' }];
}

function problem(
    kind: 'settingLiveInSandbox' | 'settingMalformedAccount' | 'settingUnknownMode',
    setting: GatewaySetting
): SetupFinding {
    return { kind, settingName: nameOfSetting(setting), severity: 'limits', owner: 'admin' };
}

function hasUnknownMode(setting: GatewaySetting): boolean {
    return Boolean(setting.Mode__c) && modeOfSetting(setting) === undefined;
}

function isLive(setting: GatewaySetting): boolean {
    return modeOfSetting(setting) === 'live';
}

function duplicates(settings: readonly GatewaySetting[]): SetupFinding[] {
    const byGateway = new Map<string, GatewaySetting[]>();
    for (const setting of settings) {
        const gatewayName = setting.PaymentGatewayName__c ?? '';
        byGateway.set(gatewayName, [...(byGateway.get(gatewayName) ?? []), setting]);
    }
    return [...byGateway]
        .filter(([, ofGateway]) => ofGateway.length > 1)
        .map(([gatewayName, ofGateway]) => ({
            kind: 'settingDuplicate',
            gatewayName,
            settingNames: ofGateway.map(nameOfSetting),
            severity: 'limits',
            owner: 'admin'
        }));
}

function unknownGateway(setting: GatewaySetting, gateways: readonly PaymentGateway[]): SetupFinding[] {
    const gatewayName = setting.PaymentGatewayName__c ?? '';
    const names = gateways.flatMap(({ PaymentGatewayName: name }) => (name === undefined ? [] : [name]));
    if (gatewayName === '' || names.includes(gatewayName)) {
        return [];
    }
    const similarName = names.find((name) => plain(name) === plain(gatewayName));
    return [
        {
            kind: 'settingUnknownGateway',
            settingName: nameOfSetting(setting),
            gatewayName,
            similarName,
            severity: similarName === undefined ? 'worthKnowing' : 'limits',
            owner: 'admin'
        }
    ];
}

function plain(name: string): string {
    return name.replace(/\s+/g, '').toLowerCase();
}

/** One finding a setting, with the first record that tells otherwise. */
function contradictions({ links = [] }: SetupFacts, settings: readonly GatewaySetting[]): SetupFinding[] {
    const contradicting = links.filter(({ found }) =>
        found.context.conflicts.some(({ source }) => source === 'gatewaySetting')
    );
    return settings.flatMap((setting) => {
        const [first, ...others] = contradicting.filter(
            ({ gatewayName }) => gatewaySettingFor(gatewayName, settings) === setting
        );
        return first === undefined
            ? []
            : [
                  {
                      kind: 'settingContradicted',
                      settingName: nameOfSetting(setting),
                      count: others.length + 1,
                      example: first.payment,
                      severity: 'limits',
                      owner: 'admin'
                  } as const
              ];
    });
}
