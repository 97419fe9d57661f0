import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem, Project } from '../project.ts';
import { createTestProject, inWords, metadata, replace } from '../testProject.ts';
import { checkComponentProperties } from './componentProperties.ts';
import { checkDeployPackage } from './deployPackage.ts';
import { checkMetadataTypes } from './metadataTypes.ts';
import { checkPlatformCompiler } from './platformCompiler.ts';
import { checkProjectFile } from './projectFile.ts';
import { checkReferences } from './references.ts';
import { checkSoqlFields } from './soqlFields.ts';

type Changes = Parameters<typeof createTestProject>[0];
type Check = (project: Project) => Promise<Problem[]>;

const PERMISSIONS = 'permissionsets/Agent.permissionset-meta.xml';
const LAYOUT = 'layouts/Payment-Main.layout-meta.xml';
const PAGE = 'flexipages/Page.flexipage-meta.xml';
const RECORD = 'customMetadata/Rule.One.md-meta.xml';
const META = 'lwc/list/list.js-meta.xml';
const SOURCE = 'lwc/list/list.ts';
const READER = 'classes/Reader.cls';

/** Each check with mistakes that it must catch: what is changed, and what is said of it. */
const MISTAKES: readonly { check: Check; mistakes: Record<string, [Changes, RegExp]> }[] = [
    {
        check: checkMetadataTypes,
        mistakes: {
            'an unclosed tag, with its line': [
                { [PERMISSIONS]: replace('</label>', '') },
                /^Agent.*:\d+ Not well-formed/
            ],
            'an unknown element': [
                { [PERMISSIONS]: replace('<label>', '<colour>red</colour><label>') },
                /no element <colour>/
            ],
            'a word that is none of a list': [
                { [LAYOUT]: replace('OneColumn', 'SixColumns') },
                /"SixColumns", not one of/
            ],
            'a required element that is missing': [
                { [PERMISSIONS]: replace('<label>Agent</label>', '') },
                /lacks <label>/
            ],
            'a single element that stands twice': [
                { [PERMISSIONS]: replace('<label>', '<label>Other</label><label>') },
                /<label> stands twice/
            ],
            'what is neither true nor false': [
                { [PERMISSIONS]: replace('>false<', '>no<') },
                /"no", not true or false/
            ],
            'an unknown type': [{ 'x/X.thing-meta.xml': metadata('Thing', '') }, /no type Thing/],
            'a type other than that of the file’s name': [
                { [LAYOUT]: metadata('PermissionSet', '<label>Agent</label>') },
                /<PermissionSet>, not <Layout>/
            ],
            'a type other than that of the name of an object’s part': [
                { 'objects/Payment/fields/Note__c.field-meta.xml': metadata('CustomLabels', '') },
                /<CustomLabels>, not <CustomField>/
            ]
        }
    },
    {
        check: checkSoqlFields,
        mistakes: {
            'a field that does not exist': [
                { [READER]: replace('SELECT Id', 'SELECT Id, Colour') },
                /Reader.cls:4 .*Colour/
            ],
            'a field of a parent': [{ [READER]: replace('OrderSummary.OrderNumber', 'OrderSummary.Colour') }, /Colour/],
            'a relationship': [{ [READER]: replace('OrderSummary.OrderNumber', 'Customer.Name') }, /Customer/],
            'a list of child records': [
                { [READER]: replace('SELECT Id', 'SELECT Id, (SELECT Id FROM Colours)') },
                /Colours/
            ],
            'a field in a trigger': [
                {
                    'triggers/T.trigger':
                        'trigger T on Payment (before insert) { Object a = [SELECT Colour FROM Payment]; }'
                },
                /T.trigger:1 .*Colour/
            ],
            'a bind of another type': [
                {
                    [READER]: (text) =>
                        text.replace('List<Id> ids', 'Boolean flag').replace('Id IN :ids', 'CreatedDate > :flag')
                },
                /Reader.cls:4/
            ]
        }
    },
    {
        check: checkReferences,
        mistakes: {
            'a field of a permission set': [
                { [PERMISSIONS]: replace('Payment.Note__c', 'Payment.Gone__c') },
                /no field Gone__c/
            ],
            'an Apex class of a permission set': [
                {
                    [PERMISSIONS]: replace(
                        '<label>',
                        '<classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses><label>'
                    )
                },
                /no Apex class Gone/
            ],
            'a custom permission': [
                {
                    [PERMISSIONS]: replace(
                        '<label>',
                        '<customPermissions><enabled>true</enabled><name>Gone</name></customPermissions><label>'
                    )
                },
                /no custom permission Gone/
            ],
            'a tab': [
                {
                    [PERMISSIONS]: replace(
                        '<label>',
                        '<tabSettings><tab>Gone</tab><visibility>Visible</visibility></tabSettings><label>'
                    )
                },
                /no tab Gone/
            ],
            'a page, flow, record type or setting of a permission set': [
                {
                    [PERMISSIONS]: replace(
                        '<label>',
                        `<customSettingAccesses><enabled>true</enabled><name>Gone1__c</name></customSettingAccesses>
<flowAccesses><enabled>true</enabled><flow>Gone2</flow></flowAccesses>
<pageAccesses><apexPage>Gone3</apexPage><enabled>true</enabled></pageAccesses>
<recordTypeVisibilities><recordType>Payment.Gone4</recordType><visible>true</visible></recordTypeVisibilities><label>`
                    )
                },
                /no object Gone1__c[^]*no Visualforce page Gone3[^]*no flow Gone2[^]*no record type Payment.Gone4/
            ],
            'a quick action of a layout': [
                {
                    [LAYOUT]: replace(
                        '</Layout>',
                        '<quickActionList><quickActionListItems><quickActionName>Payment.Gone</quickActionName></quickActionListItems></quickActionList></Layout>'
                    )
                },
                /no quick action Payment.Gone/
            ],
            'the component of a quick action': [
                {
                    'quickActions/Payment.Open.quickAction-meta.xml': metadata(
                        'QuickAction',
                        '<label>Open</label><lightningWebComponent>gone</lightningWebComponent>'
                    )
                },
                /no component gone/
            ],
            'a field and a permission that decide what a page shows': [
                {
                    [PAGE]: replace(
                        '<identifier>c_list</identifier>',
                        `<identifier>c_list</identifier><visibilityRule>
<criteria><leftValue>{!Record.Gone__c}</leftValue></criteria>
<criteria><leftValue>{!$Permission.CustomPermission.Gone}</leftValue></criteria>
<criteria><leftValue>{!Record.Amount}</leftValue></criteria></visibilityRule>`
                    )
                },
                /^Page.*Payment has no field Gone__c\nPage.*no custom permission Gone$/
            ],
            'a label in Apex': [
                { [READER]: replace('return [', 'String a = System.Label.Gone1 + Label.Gone2; return [') },
                /no custom label Gone1[^]*no custom label Gone2/
            ],
            'a field of a layout': [{ [LAYOUT]: replace('Note__c', 'Gone__c') }, /no field Gone__c/],
            'a related list': [
                {
                    [LAYOUT]: replace(
                        '</layoutSections>',
                        '</layoutSections><relatedLists><relatedList>Gone</relatedList></relatedLists>'
                    )
                },
                /no related list Gone/
            ],
            'a component of a page': [{ [PAGE]: replace('>list<', '>gone<') }, /no component gone/],
            'a property of a component': [{ [PAGE]: replace('rowCount', 'rows') }, /no property rows/],
            'a value outside its limits': [{ [PAGE]: replace('>5<', '>50<') }, /50 is not from 1 to 20/],
            'a label of a page': [{ [PAGE]: replace('>5<', '>{!$Label.Gone}<') }, /no custom label Gone/],
            'an object of a page': [{ [PAGE]: replace('>Payment<', '>Gone<') }, /no object Gone/],
            'the page of a tab': [
                { 'tabs/Setup.tab-meta.xml': metadata('CustomTab', '<flexiPage>Gone</flexiPage><label>Setup</label>') },
                /no Lightning page Gone/
            ],
            'a field of a custom metadata record': [{ [RECORD]: replace('Text__c', 'Gone__c') }, /no field Gone__c/],
            'a required value of a record': [{ [RECORD]: replace('>a<', '><') }, /no value for Text__c/],
            'a value of another type': [
                { [RECORD]: replace('xsd:string', 'xsd:boolean') },
                /takes a value of the type xsd:string/
            ],
            'a label of a translation': [
                { 'translations/de.translation-meta.xml': replace('>Title<', '>Gone<') },
                /no custom label Gone/
            ],
            'a label of a component': [
                { [SOURCE]: replace('c.Title', 'c.Gone') },
                /list.ts:2 There is no custom label Gone/
            ],
            'a method of Apex': [
                { [SOURCE]: replace('Reader.read', 'Reader.gone') },
                /no static @AuraEnabled method gone/
            ],
            'a component in a template': [
                { 'lwc/list/list.html': replace('<p>', '<c-gone-thing></c-gone-thing><p>') },
                /no component goneThing/
            ],
            'a field of a formula': [
                {
                    'objects/Payment/fields/Note__c.field-meta.xml': replace(
                        '<length>40</length>',
                        '<formula>UPPER(Gone__c)</formula>'
                    )
                },
                /The formula names Gone__c/
            ]
        }
    },
    {
        check: checkComponentProperties,
        mistakes: {
            'a property that the class lacks': [
                { [SOURCE]: replace('@api rowCount', 'rowCount') },
                /no @api property rowCount/
            ],
            'a property of another type': [
                { [SOURCE]: replace(': number = 10', ': string') },
                /Integer here, but string/
            ],
            'a default outside its limits': [
                { [META]: replace('default="10"', 'default="99"') },
                /99 is not from 1 to 20/
            ],
            'a record id where no page has one': [
                { [META]: (text) => text.replaceAll('lightning__RecordPage', 'lightning__AppPage') },
                /takes recordId, which none/
            ],
            'a type of property that there is not': [{ [META]: replace('"Integer"', '"Int"') }, /the type Int, which/],
            'a property that is there twice': [
                { [META]: replace('<property', '<property name="rowCount" type="Integer" />\n<property') },
                /rowCount is there twice/
            ],
            'an unknown element, which the Metadata API takes for text': [
                { [META]: replace('</targetConfig>', '<colour>red</colour></targetConfig>') },
                /no element <colour>/
            ],
            'a form factor that there is not': [
                {
                    [META]: replace(
                        '</targetConfig>',
                        '<supportedFormFactors><supportedFormFactor type="Huge" /></supportedFormFactors></targetConfig>'
                    )
                },
                /Large or Small/
            ],
            'a js-meta file that is missing': [{ [META]: undefined }, /lacks its js-meta file/]
        }
    },
    {
        check: checkProjectFile,
        mistakes: {
            'an unknown entry': [{ '/sfdx-project.json': replace('{', '{"colour":"red",') }, /colour/],
            'another API version of a component': [{ [META]: replace('66.0', '50.0') }, /list.*apiVersion is 50.0/],
            'another API version of a class': [
                { 'classes/Reader.cls-meta.xml': replace('66.0', '99.0') },
                /Reader.*apiVersion is 99.0/
            ],
            'a folder that does not exist': [
                { '/sfdx-project.json': replace('"packageDirectories":[', '"packageDirectories":[{"path":"gone"},') },
                /gone does not exist/
            ],
            'a scratch org definition that does not exist': [
                {
                    '/sfdx-project.json': replace(
                        '"path":"force-app"',
                        '"path":"force-app","definitionFile":"gone.json"'
                    )
                },
                /gone.json does not exist/
            ],
            'a version that is none': [
                { '/sfdx-project.json': replace('"path":"force-app"', '"path":"force-app","versionNumber":"1.0"') },
                /1.0 is not one like/
            ],
            'folders of which none is the default': [
                { '/sfdx-project.json': replace('"default":true}', '"default":false},{"path":"force-app/main"}') },
                /has to be the default/
            ],
            'a setting of a scratch org that there is not': [
                {
                    '/config/project-scratch-def.json':
                        '{"edition":"Developer","settings":{"orderSettings":{"enableOrder":true},"ordersSettings":{}}}'
                },
                /OrderSettings has no element <enableOrder>[^]*no type OrdersSettings/
            ],
            'a scratch org without an edition': [
                { '/config/project-scratch-def.json': '{"edition":"Gone"}' },
                /project-scratch-def/
            ]
        }
    },
    {
        check: checkPlatformCompiler,
        mistakes: {
            'a template that does not close': [
                { 'lwc/list/list.html': '<template><p>{text}</template>' },
                /^list.html/
            ],
            'a decorator that there is not': [
                { [SOURCE]: replace('text = title', '@api onrows = 1;\n    text = title') },
                /^list.js/
            ]
        }
    },
    {
        check: checkDeployPackage,
        mistakes: {
            'TypeScript and tests that are not left out': [{ '/.forceignore': '' }, /list\.ts, which no org takes/],
            'a file that no component may have': [
                { 'lwc/list/README.md': 'List' },
                /lwc\/list\/README.md, which no org takes/
            ],
            'a class without its other half': [
                { 'classes/Reader.cls-meta.xml': undefined },
                /Reader.cls-meta.xml is missing/
            ],
            'a component without its JavaScript': [{ [SOURCE]: undefined }, /list.js: The package would lack it/],
            'styles and helpers of a component that are left out': [
                {
                    'lwc/list/list.css': 'p { margin: 0; }',
                    'lwc/list/rows.ts': 'export const rows = 1;',
                    '/.forceignore': (text) => `${text}**/*.css\n**/rows.js\n`
                },
                /list.css: The package would lack it\nrows.js: The package would lack it/
            ],
            'metadata that no component takes': [
                { '/.forceignore': (text) => `${text}**/layouts/**\n` },
                /layout-meta.xml: It would not be sent/
            ]
        }
    }
];

for (const { check, mistakes } of MISTAKES) {
    test(`${check.name} finds nothing in a project that is in order`, async () => {
        assert.deepEqual(inWords(await check(createTestProject())), []);
    });
    for (const [what, [changes, message]] of Object.entries(mistakes)) {
        test(`${check.name} catches ${what}`, async () => {
            assert.match(inWords(await check(createTestProject(changes))).join('\n'), message);
        });
    }
}
