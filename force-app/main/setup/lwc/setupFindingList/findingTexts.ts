import cannotReveal from '@salesforce/label/c.Payments_Setup_Finding_cannotReveal';
import everyModeKnown from '@salesforce/label/c.Payments_Setup_Finding_everyModeKnown';
import everythingReadable from '@salesforce/label/c.Payments_Setup_Finding_everythingReadable';
import fieldsHidden from '@salesforce/label/c.Payments_Setup_Finding_fieldsHidden';
import fieldsMissing from '@salesforce/label/c.Payments_Setup_Finding_fieldsMissing';
import gatewayWithoutSetting from '@salesforce/label/c.Payments_Setup_Finding_gatewayWithoutSetting';
import linksOfUnknownMode from '@salesforce/label/c.Payments_Setup_Finding_linksOfUnknownMode';
import noGateways from '@salesforce/label/c.Payments_Setup_Finding_noGateways';
import noRecords from '@salesforce/label/c.Payments_Setup_Finding_noRecords';
import objectHidden from '@salesforce/label/c.Payments_Setup_Finding_objectHidden';
import objectMissing from '@salesforce/label/c.Payments_Setup_Finding_objectMissing';
import packageFieldsHidden from '@salesforce/label/c.Payments_Setup_Finding_packageFieldsHidden';
import packageFieldsMissing from '@salesforce/label/c.Payments_Setup_Finding_packageFieldsMissing';
import packageObjectHidden from '@salesforce/label/c.Payments_Setup_Finding_packageObjectHidden';
import packageObjectMissing from '@salesforce/label/c.Payments_Setup_Finding_packageObjectMissing';
import sandboxDefault from '@salesforce/label/c.Payments_Setup_Finding_sandboxDefault';
import settingContradicted from '@salesforce/label/c.Payments_Setup_Finding_settingContradicted';
import settingDuplicate from '@salesforce/label/c.Payments_Setup_Finding_settingDuplicate';
import settingLiveInSandbox from '@salesforce/label/c.Payments_Setup_Finding_settingLiveInSandbox';
import settingMalformedAccount from '@salesforce/label/c.Payments_Setup_Finding_settingMalformedAccount';
import settingUnknownGateway from '@salesforce/label/c.Payments_Setup_Finding_settingUnknownGateway';
import settingUnknownMode from '@salesforce/label/c.Payments_Setup_Finding_settingUnknownMode';
import settingWithoutAccount from '@salesforce/label/c.Payments_Setup_Finding_settingWithoutAccount';
import settingWithoutMode from '@salesforce/label/c.Payments_Setup_Finding_settingWithoutMode';
import settingsValid from '@salesforce/label/c.Payments_Setup_Finding_settingsValid';
import nextCannotReveal from '@salesforce/label/c.Payments_Setup_Next_cannotReveal';
import nextFieldsHidden from '@salesforce/label/c.Payments_Setup_Next_fieldsHidden';
import nextFieldsMissing from '@salesforce/label/c.Payments_Setup_Next_fieldsMissing';
import nextGatewayWithoutSetting from '@salesforce/label/c.Payments_Setup_Next_gatewayWithoutSetting';
import nextLinksOfUnknownMode from '@salesforce/label/c.Payments_Setup_Next_linksOfUnknownMode';
import nextNoGateways from '@salesforce/label/c.Payments_Setup_Next_noGateways';
import nextNoRecords from '@salesforce/label/c.Payments_Setup_Next_noRecords';
import nextObjectHidden from '@salesforce/label/c.Payments_Setup_Next_objectHidden';
import nextObjectMissing from '@salesforce/label/c.Payments_Setup_Next_objectMissing';
import nextPackageFieldsHidden from '@salesforce/label/c.Payments_Setup_Next_packageFieldsHidden';
import nextPackageFieldsMissing from '@salesforce/label/c.Payments_Setup_Next_packageFieldsMissing';
import nextPackageObjectHidden from '@salesforce/label/c.Payments_Setup_Next_packageObjectHidden';
import nextPackageObjectMissing from '@salesforce/label/c.Payments_Setup_Next_packageObjectMissing';
import nextSettingContradicted from '@salesforce/label/c.Payments_Setup_Next_settingContradicted';
import nextSettingDuplicate from '@salesforce/label/c.Payments_Setup_Next_settingDuplicate';
import nextSettingLiveInSandbox from '@salesforce/label/c.Payments_Setup_Next_settingLiveInSandbox';
import nextSettingMalformedAccount from '@salesforce/label/c.Payments_Setup_Next_settingMalformedAccount';
import nextSettingUnknownGateway from '@salesforce/label/c.Payments_Setup_Next_settingUnknownGateway';
import nextSettingUnknownMode from '@salesforce/label/c.Payments_Setup_Next_settingUnknownMode';
import nextSettingWithoutAccount from '@salesforce/label/c.Payments_Setup_Next_settingWithoutAccount';
import nextSettingWithoutMode from '@salesforce/label/c.Payments_Setup_Next_settingWithoutMode';
import nextSimilarGateway from '@salesforce/label/c.Payments_Setup_Next_settingSimilarGateway';
import nothingToDo from '@salesforce/label/c.Payments_Setup_NothingToDo';
import theDefault from '@salesforce/label/c.Payments_Setup_TheDefault';
import { formatLabel, shownText } from 'c/displayFormat';
import { shownNumber } from 'c/paymentRows';
import type { FindingDetail, FindingKind } from 'c/setupFindings';

/** What was found and what to do next, as labels with places for the names. */
const TEXTS: Readonly<Record<FindingKind, { what: string; next: string }>> = {
    objectMissing: { what: objectMissing, next: nextObjectMissing },
    packageObjectMissing: { what: packageObjectMissing, next: nextPackageObjectMissing },
    objectHidden: { what: objectHidden, next: nextObjectHidden },
    packageObjectHidden: { what: packageObjectHidden, next: nextPackageObjectHidden },
    fieldsMissing: { what: fieldsMissing, next: nextFieldsMissing },
    packageFieldsMissing: { what: packageFieldsMissing, next: nextPackageFieldsMissing },
    fieldsHidden: { what: fieldsHidden, next: nextFieldsHidden },
    packageFieldsHidden: { what: packageFieldsHidden, next: nextPackageFieldsHidden },
    gatewayWithoutSetting: { what: gatewayWithoutSetting, next: nextGatewayWithoutSetting },
    settingWithoutAccount: { what: settingWithoutAccount, next: nextSettingWithoutAccount },
    settingWithoutMode: { what: settingWithoutMode, next: nextSettingWithoutMode },
    settingLiveInSandbox: { what: settingLiveInSandbox, next: nextSettingLiveInSandbox },
    settingMalformedAccount: { what: settingMalformedAccount, next: nextSettingMalformedAccount },
    settingUnknownMode: { what: settingUnknownMode, next: nextSettingUnknownMode },
    settingDuplicate: { what: settingDuplicate, next: nextSettingDuplicate },
    settingUnknownGateway: { what: settingUnknownGateway, next: nextSettingUnknownGateway },
    settingContradicted: { what: settingContradicted, next: nextSettingContradicted },
    linksOfUnknownMode: { what: linksOfUnknownMode, next: nextLinksOfUnknownMode },
    noGateways: { what: noGateways, next: nextNoGateways },
    noRecords: { what: noRecords, next: nextNoRecords },
    cannotReveal: { what: cannotReveal, next: nextCannotReveal },
    sandboxDefault: { what: sandboxDefault, next: nothingToDo },
    everythingReadable: { what: everythingReadable, next: nothingToDo },
    settingsValid: { what: settingsValid, next: nothingToDo },
    everyModeKnown: { what: everyModeKnown, next: nothingToDo }
};

/** A finding in words: what, and the exact next step. */
export function findingInWords(finding: FindingDetail): { what: string; next: string } {
    const { what, next } = TEXTS[finding.kind];
    const names = namesOf(finding).map((name) => (typeof name === 'string' ? shownText(name) : name));
    return { what: formatLabel(what, ...names), next: nextOfSimilarName(finding) ?? formatLabel(next, ...names) };
}

/** Where only the case or the blanks of a name are wrong, the next step is another one. */
function nextOfSimilarName(finding: FindingDetail): string | undefined {
    if (finding.kind !== 'settingUnknownGateway' || finding.similarName === undefined) {
        return undefined;
    }
    return formatLabel(nextSimilarGateway, shownText(finding.settingName), shownText(finding.similarName));
}

/** The values for the places {0}, {1}, … of both labels. Names that people entered may hold anything. */
function namesOf(finding: FindingDetail): (string | number)[] {
    switch (finding.kind) {
        case 'objectMissing':
        case 'packageObjectMissing':
        case 'objectHidden':
        case 'packageObjectHidden':
            return [finding.objectName];
        case 'fieldsMissing':
        case 'packageFieldsMissing':
        case 'fieldsHidden':
        case 'packageFieldsHidden':
            return [finding.objectName, finding.fields.join(', ')];
        case 'gatewayWithoutSetting':
            return [finding.gatewayName, finding.developerName];
        case 'settingWithoutAccount':
        case 'settingWithoutMode':
        case 'settingLiveInSandbox':
        case 'settingMalformedAccount':
        case 'settingUnknownMode':
            return [finding.settingName];
        case 'settingDuplicate':
            return [finding.gatewayName || theDefault, finding.settingNames.join(', ')];
        case 'settingUnknownGateway':
            return [finding.settingName, finding.gatewayName];
        case 'settingContradicted':
            return [finding.settingName, finding.count, shownNumber(finding.example)];
        case 'linksOfUnknownMode':
            return [finding.objectName, finding.count, finding.total];
        case 'everythingReadable':
            return [finding.objectCount, finding.fieldCount];
        case 'settingsValid':
        case 'everyModeKnown':
            return [finding.count];
        case 'noGateways':
        case 'noRecords':
        case 'sandboxDefault':
        case 'cannotReveal':
            return [];
    }
}
