import type { GatewaySetting } from 'c/paymentRecord';

/** Longest developer name of a custom metadata record (Metadata API Developer Guide, CustomMetadata). */
const MAXIMUM_NAME_LENGTH = 40;

/** What an admin knows a setting by. */
export function nameOfSetting(setting: GatewaySetting): string {
    return setting.MasterLabel ?? setting.Id;
}

/**
 * A name for a new setting: letters, digits and single underscores, first a letter, none at the end, as Salesforce wants
 * it, and not in use.
 *
 * @param usedNames labels of the settings there are, and names that were given before
 */
export function freeDeveloperName(gatewayName: string, usedNames: ReadonlySet<string>): string {
    const base = lettersOf(gatewayName) || 'Gateway';
    // What is known of the others is their labels, which Salesforce makes names of in the same way.
    const used = new Set([...usedNames].map((name) => lettersOf(name).toLowerCase()));
    let name = shorten(base, '');
    for (let number = 2; used.has(name.toLowerCase()); number += 1) {
        name = shorten(base, `_${number}`);
    }
    return name;
}

function lettersOf(text: string): string {
    return text.replace(/[^A-Za-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '');
}

function shorten(name: string, ending: string): string {
    return name.slice(0, MAXIMUM_NAME_LENGTH - ending.length).replace(/_+$/, '') + ending;
}
