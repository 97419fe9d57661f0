import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createTemporaryFolder } from './temporaryFolder.ts';
import { createTestProject, metadata } from './testProject.ts';
import { validateComponents } from './validateComponents.ts';

/** Components in metadata format in a temporary folder. */
function createDeploy(files: Readonly<Record<string, string>>): string {
    const folder = createTemporaryFolder('test-deploy');
    for (const [file, text] of Object.entries({
        'package.xml': metadata('Package', '<version>66.0</version>'),
        ...files
    })) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
    }
    return folder;
}

const layoutOf = (field: string) =>
    metadata(
        'Layout',
        `<layoutSections>\n<layoutColumns><layoutItems>\n<field>${field}</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>`
    );
const LAYOUT = 'layouts/Payment-Main.layout';

test('components in order give no finding', async () => {
    const folder = createDeploy({
        [LAYOUT]: layoutOf('Colour__c'),
        'objects/Payment.object': metadata(
            'CustomObject',
            '<fields><fullName>Colour__c</fullName><label>Colour</label><length>9</length><type>Text</type></fields>'
        )
    });
    assert.deepEqual(await validateComponents(folder), []);
});

test('a component that is not well-formed is named with its line', async () => {
    const folder = createDeploy({ [LAYOUT]: layoutOf('Amount').replace('</field>', '') });
    const [finding] = await validateComponents(folder);
    assert.equal(finding?.file, LAYOUT);
    assert.match(`${finding?.line} ${finding?.message}`, /^5 Not well-formed/);
});

test('an unknown element of a field inside an object is named with its line', async () => {
    const folder = createDeploy({
        'objects/Payment.object': metadata(
            'CustomObject',
            '<fields>\n<fullName>A__c</fullName>\n<colour>red</colour></fields>'
        )
    });
    const [finding] = await validateComponents(folder);
    assert.match(`${finding?.file}:${finding?.line} ${finding?.message}`, /^objects\/Payment.object:5 .*<colour>/);
});

test('a field that is neither sent nor in the org is a finding, one that the org has is not', async () => {
    const folder = createDeploy({ [LAYOUT]: layoutOf('Note__c') });
    const [finding] = await validateComponents(folder);
    assert.deepEqual(finding, {
        check: 'references',
        file: LAYOUT,
        line: 5,
        message: 'Payment has no field Note__c',
        severity: 2
    });
    assert.deepEqual(await validateComponents(folder, { orgSource: createTestProject().root }), []);
});

test('Apex is checked for types and for the fields of its SOQL', async () => {
    const folder = createDeploy({
        'classes/Sum.cls':
            'public class Sum {\n    Integer total = Payments.count();\n    List<Payment> all = [SELECT Colour FROM Payment];\n}\n',
        'classes/Sum.cls-meta.xml': metadata('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>')
    });
    const findings = (await validateComponents(folder)).map(({ check, file, line }) => `${check} ${file}:${line}`);
    assert.deepEqual(findings.sort(), ['apex-types classes/Sum.cls:2', 'soql-fields classes/Sum.cls:3']);
});

test('a Lightning web component is held to its class and to Salesforce’s compiler', async () => {
    const component = metadata(
        'LightningComponentBundle',
        `<apiVersion>60.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets>
<targetConfigs><targetConfig targets="lightning__AppPage"><property name="rows" type="Integer" /></targetConfig></targetConfigs>`
    );
    const source = (property: string) =>
        `import { LightningElement, api } from 'lwc';\nexport default class Sums extends LightningElement {\n    ${property}\n}\n`;
    const deploy = (property: string, template: string) =>
        createDeploy({
            'lwc/sums/sums.js-meta.xml': component,
            'lwc/sums/sums.js': source(property),
            'lwc/sums/sums.html': template
        });
    assert.deepEqual(await validateComponents(deploy('@api rows = 1;', '<template>{rows}</template>')), []);
    const findings = await validateComponents(deploy('rows = 1;', '<template><p>{rows}</template>'));
    const places = findings.map(({ check, file }) => `${check} ${file}`);
    assert.deepEqual(places.sort(), [
        'component-properties lwc/sums/sums.js-meta.xml',
        'platform-compiler lwc/sums/sums.html'
    ]);
});

test('a class without its other half is a finding', async () => {
    const [finding] = await validateComponents(createDeploy({ 'classes/Sum.cls': 'public class Sum {}' }));
    assert.match(finding?.message ?? '', /Sum.cls-meta.xml is missing/);
});
