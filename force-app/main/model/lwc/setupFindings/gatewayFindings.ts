import type { GatewaySetting } from 'c/paymentRecord';
import type { FindingSeverity, SetupFinding } from './finding';
import type { SetupFacts } from './facts';
import type { GatewayView } from './gatewayViews';
import { gatewayViews } from './gatewayViews';
import { freeDeveloperName, nameOfSetting } from './settingNames';

/** What is missing for the gateways of the org. Nothing is said where gateways or settings could not be read. */
export function gatewayFindings(facts: SetupFacts): SetupFinding[] {
    const { gateways, settings } = facts;
    if (gateways === undefined || settings === undefined) {
        return [];
    }
    if (gateways.length === 0) {
        return [{ kind: 'noGateways', severity: 'worthKnowing', owner: 'admin' }];
    }
    const usedNames = new Set(settings.map(nameOfSetting));
    return gatewayViews(facts).flatMap((view) => findingsOf(view, usedNames));
}

function findingsOf(view: GatewayView, usedNames: Set<string>): SetupFinding[] {
    const { name: gatewayName, account, mode, setting, isToldByRecords } = view;
    if (setting?.PaymentGatewayName__c) {
        return emptyFields(setting, account !== undefined, mode !== undefined).map((kind) => ({
            kind,
            settingName: nameOfSetting(setting),
            gatewayName,
            severity: severityOf(kind === 'settingWithoutAccount' || isToldByRecords),
            owner: 'admin'
        }));
    }
    if (account !== undefined && mode !== undefined) {
        return [];
    }
    const developerName = freeDeveloperName(gatewayName, usedNames);
    usedNames.add(developerName);
    const severity = severityOf(mode !== undefined || isToldByRecords);
    return [{ kind: 'gatewayWithoutSetting', gatewayName, developerName, severity, owner: 'admin' }];
}

/** Without a mode, links have to be chosen; without an account, Stripe opens the one used last, which mostly is right. */
function severityOf(isMinor: boolean): FindingSeverity {
    return isMinor ? 'worthKnowing' : 'limits';
}

/** Fields that are filled with something useless are a finding of their own. */
function emptyFields(setting: GatewaySetting, hasAccount: boolean, hasMode: boolean) {
    return [
        ...(hasAccount || setting.AccountId__c ? [] : (['settingWithoutAccount'] as const)),
        ...(hasMode || setting.Mode__c ? [] : (['settingWithoutMode'] as const))
    ];
}
