import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildConsole } from './buildConsole.ts';
import { ENGLISH, findLanguage } from './language.ts';
import { createTestProject, exposedBundle } from './testProject.ts';

const LABELS = `<CustomLabels>
    <labels><fullName>Amount</fullName><value>Amount of {0}</value></labels>
    <labels><fullName>Order</fullName><value>Order</value></labels>
</CustomLabels>`;
const GERMAN = `<Translations>
    <customLabels><label>Betrag von {0}</label><name>Amount</name></customLabels>
    <customTabs><label>Einrichtung</label><name>Setup_Page</name></customTabs>
</Translations>`;
const LIST = `import amount from '@salesforce/label/c.Amount';
    import order from '@salesforce/label/c.Order';
    import { LightningElement } from 'lwc';
    export default class extends LightningElement { texts = [amount, order]; }`;

const GERMAN_FIELDS = `<CustomObjectTranslation>
    <fields><label>Stripe-Konto-ID</label><name>stripeAccountId__c</name></fields>
</CustomObjectTranslation>`;

const project = createTestProject({
    'force-app/main/setup/labels/CustomLabels.labels-meta.xml': LABELS,
    'force-app/translations/translations/de.translation-meta.xml': GERMAN,
    'force-app/translations/objectTranslations/Payment-de/Payment-de.objectTranslation-meta.xml': GERMAN_FIELDS,
    ...exposedBundle('force-app/main/console/lwc/list', LIST)
});
const { folders } = project;

after(() => project.remove());

const english = { texts: new Map([['Amount', 'Amount of {0}']]), files: [] };

test('a language of the package has its texts, tag, and the locale that is usual for it', () => {
    const german = findLanguage('de', folders.translations);
    assert.equal(german.translate(english).get('Amount'), 'Betrag von {0}');
    assert.deepEqual(
        [german.tag, german.direction, german.userLanguage, german.userLocale],
        ['de', 'ltr', 'de', 'de_DE']
    );
});

test('the label of a tab is translated, and stays English without a translation', () => {
    const german = findLanguage('de', folders.translations);
    assert.equal(german.tabLabel('Setup_Page', 'Set-up'), 'Einrichtung');
    assert.equal(german.tabLabel('Other_Page', 'Other'), 'Other');
    assert.equal(findLanguage('pseudo', folders.translations).tabLabel('Setup_Page', 'Set-up'), '[Şḗŧ-ŭƥ ·]');
    assert.equal(ENGLISH.tabLabel('Setup_Page', 'Set-up'), 'Set-up');
});

test('the label of a custom field is translated by object, and stays English without a translation', () => {
    const german = findLanguage('de', folders.translations);
    const label = (objectName: string, field: string) => german.fieldLabel(objectName, field, 'English');
    assert.equal(label('Payment', 'stripeAccountId__c'), 'Stripe-Konto-ID');
    assert.equal(label('Payment', 'other__c'), 'English');
    assert.equal(label('Refund', 'stripeAccountId__c'), 'English');
    assert.equal(findLanguage('pseudo', folders.translations).fieldLabel('Payment', 'x__c', 'Id'), '[Īḓ ·]');
    assert.equal(ENGLISH.fieldLabel('Payment', 'x__c', 'Id'), 'Id');
});

test('a label without a translation stays English', () => {
    const labels = { texts: new Map([['Order', 'Order']]), files: [] };
    assert.equal(findLanguage('de', folders.translations).translate(labels).get('Order'), 'Order');
});

test('a pseudo-language is made of the English texts, and one of them is written from right to left', () => {
    assert.equal(findLanguage('pseudo', folders.translations).translate(english).get('Amount'), '[Ȧḿǿŭƞŧ ǿƒ {0} ··]');
    assert.equal(findLanguage('pseudo', folders.translations).direction, 'ltr');
    assert.equal(findLanguage('pseudo-rtl', folders.translations).direction, 'rtl');
    assert.equal(findLanguage('en_US', folders.translations), ENGLISH);
});

test('an unknown language is an error that lists the languages there are', () => {
    assert.throws(() => findLanguage('tlh', folders.translations), {
        message: 'The local org does not speak "tlh". It speaks: en_US, de, pseudo, pseudo-rtl.'
    });
});

test('the build puts the texts of the language into the components', async () => {
    const language = findLanguage('de', folders.translations);
    const { files } = await buildConsole({ mode: 'production', folders, language });
    const code = [...files.values()].join('\n');
    assert.match(code, /Betrag von \{0\}/);
    assert.doesNotMatch(code, /Amount of \{0\}/);
});
