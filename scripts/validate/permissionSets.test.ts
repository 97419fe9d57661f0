import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { childElements, childText, findFiles, readMetadataFile } from '../local-org/schema/metadataFile.ts';

const MAIN = fileURLToPath(new URL('../../force-app/main', import.meta.url));

/** What a permission set of the package gives, by name. */
function permissionSet(name: string) {
    const [file = assert.fail(`There is no permission set ${name}.`)] = findFiles(
        MAIN,
        `${name}.permissionset-meta.xml`
    );
    const root = readMetadataFile(file);
    const names = (list: string, child: string, isGiven: string) =>
        childElements(root, list)
            .filter((item) => childText(item, isGiven) === 'true')
            .map((item) => childText(item, child) ?? '')
            .sort();
    return {
        readable: names('fieldPermissions', 'field', 'readable'),
        editable: names('fieldPermissions', 'field', 'editable'),
        classes: names('classAccesses', 'apexClass', 'enabled'),
        metadataTypes: names('customMetadataTypeAccesses', 'name', 'enabled'),
        customPermissions: names('customPermissions', 'name', 'enabled'),
        tabs: childElements(root, 'tabSettings').map((tab) => childText(tab, 'tab') ?? '')
    };
}

/** The custom fields of the payment objects; those of custom metadata need no permission. */
const FIELDS = findFiles(MAIN, '.field-meta.xml')
    .filter((file) => !file.includes('__mdt'))
    .map((file) => ({
        name: `${path.basename(path.dirname(path.dirname(file)))}.${path.basename(file, '.field-meta.xml')}`,
        isFormula: childText(readMetadataFile(file), 'formula') !== undefined
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
const NAMES = FIELDS.map(({ name }) => name);
const SETTINGS = ['Stripe_Gateway_Setting__mdt'];

test('an agent may read each field of the package and the settings, edit none, and call the class that the console calls', () => {
    assert.ok(NAMES.length > 0);
    assert.deepEqual(permissionSet('Stripe_Payments_Agent'), {
        readable: NAMES,
        editable: [],
        classes: ['OrderPaymentReader'],
        metadataTypes: SETTINGS,
        customPermissions: [],
        tabs: []
    });
});

test('an admin may besides edit what is no formula, open the set-up page, and call the classes that it calls', () => {
    assert.deepEqual(permissionSet('Stripe_Payments_Admin'), {
        readable: NAMES,
        editable: FIELDS.filter(({ isFormula }) => !isFormula).map(({ name }) => name),
        classes: ['OrderPaymentReader', 'PaymentAccessReader', 'PaymentSetupReader'],
        metadataTypes: SETTINGS,
        customPermissions: [],
        tabs: ['Stripe_Payments_Setup']
    });
});

test('personal data are shown by a permission set of their own, which gives nothing else', () => {
    assert.deepEqual(permissionSet('Stripe_Payments_Personal_Data'), {
        readable: [],
        editable: [],
        classes: [],
        metadataTypes: [],
        customPermissions: ['Stripe_Payments_Reveal_Personal_Data'],
        tabs: []
    });
});
