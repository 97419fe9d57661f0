import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Project, type Problem } from './project.ts';
import { createTemporaryFolder } from './temporaryFolder.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const MAIN = 'force-app/main';

/** A metadata file with that root element and content. */
export function metadata(type: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n${content}\n</${type}>\n`;
}

const FIELD = (name: string, rest: string) =>
    metadata('CustomField', `<fullName>${name}</fullName>\n<label>${name}</label>\n${rest}`);
const TEXT = '<length>40</length><type>Text</type>';
const COMPONENT = '<apiVersion>66.0</apiVersion><isExposed>true</isExposed>';
const RECORD_PAGE = '<targets><target>lightning__RecordPage</target></targets>';

/** A small project that all checks find in order: a bit of each kind of metadata. */
export const TEST_FILES: Readonly<Record<string, string>> = {
    'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app', default: true }],
        sourceApiVersion: '66.0'
    }),
    '.forceignore': '**/*.ts\n**/__tests__/**\n',
    'tsconfig.build.json': JSON.stringify({
        compilerOptions: { target: 'ESNext', module: 'ESNext', isolatedModules: true, verbatimModuleSyntax: true },
        include: ['force-app/**/*.ts'],
        exclude: ['**/__tests__/**']
    }),
    [`${MAIN}/classes/Reader.cls`]: `public with sharing class Reader {
    @AuraEnabled(cacheable=true)
    public static List<OrderPaymentSummary> read(List<Id> ids) {
        return [SELECT Id, OrderSummary.OrderNumber FROM OrderPaymentSummary WHERE Id IN :ids WITH USER_MODE];
    }
}
`,
    [`${MAIN}/classes/Reader.cls-meta.xml`]: metadata(
        'ApexClass',
        '<apiVersion>66.0</apiVersion>\n<status>Active</status>'
    ),
    [`${MAIN}/objects/Payment/fields/Note__c.field-meta.xml`]: FIELD('Note__c', TEXT),
    [`${MAIN}/objects/Rule__mdt/Rule__mdt.object-meta.xml`]: metadata(
        'CustomObject',
        '<label>Rule</label><pluralLabel>Rules</pluralLabel>'
    ),
    [`${MAIN}/objects/Rule__mdt/fields/Text__c.field-meta.xml`]: FIELD('Text__c', `${TEXT}<required>true</required>`),
    [`${MAIN}/customMetadata/Rule.One.md-meta.xml`]: metadata(
        'CustomMetadata',
        '<label>One</label>\n<values><field>Text__c</field><value xsi:type="xsd:string">a</value></values>'
    ),
    [`${MAIN}/labels/CustomLabels.labels-meta.xml`]: metadata(
        'CustomLabels',
        '<labels><fullName>Title</fullName><language>en_US</language><protected>true</protected><shortDescription>Title</shortDescription><value>Title</value></labels>'
    ),
    [`${MAIN}/translations/de.translation-meta.xml`]: metadata(
        'Translations',
        '<customLabels><label>Titel</label><name>Title</name></customLabels>'
    ),
    [`${MAIN}/layouts/Payment-Main.layout-meta.xml`]: metadata(
        'Layout',
        '<layoutSections><layoutColumns><layoutItems><field>Note__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>'
    ),
    [`${MAIN}/permissionsets/Agent.permissionset-meta.xml`]: metadata(
        'PermissionSet',
        '<fieldPermissions><editable>false</editable><field>Payment.Note__c</field><readable>true</readable></fieldPermissions>\n<label>Agent</label>'
    ),
    [`${MAIN}/flexipages/Page.flexipage-meta.xml`]: metadata(
        'FlexiPage',
        `<flexiPageRegions><itemInstances><componentInstance>
<componentInstanceProperties><name>rowCount</name><value>5</value></componentInstanceProperties>
<componentName>list</componentName><identifier>c_list</identifier>
</componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
<masterLabel>Page</masterLabel><sobjectType>Payment</sobjectType>
<template><name>flexipage:recordHomeSingleColTemplateDesktop</name></template><type>RecordPage</type>`
    ),
    [`${MAIN}/lwc/list/list.js-meta.xml`]: metadata(
        'LightningComponentBundle',
        `${COMPONENT}\n<masterLabel>List</masterLabel>\n${RECORD_PAGE}\n<targetConfigs><targetConfig targets="lightning__RecordPage">
<property name="rowCount" type="Integer" default="10" min="1" max="20" />
</targetConfig></targetConfigs>`
    ),
    [`${MAIN}/lwc/list/list.ts`]: `import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Title';
import read from '@salesforce/apex/Reader.read';
export default class List extends LightningElement {
    @api rowCount: number = 10;
    @api recordId?: string;
    text = title;
    load = () => read({ ids: [] });
}
`,
    [`${MAIN}/lwc/list/list.html`]: '<template><p>{text}</p></template>\n',
    [`${MAIN}/lwc/list/__tests__/list.test.ts`]: 'export {};\n'
};

/**
 * The small project in a temporary folder.
 * @param changes files by their path below `force-app/main` (or from the root on, with `/` before): a text replaces or
 *   adds the file, a function changes what is there, undefined leaves it out
 */
export function createTestProject(
    changes: Readonly<Record<string, string | undefined | ((text: string) => string)>> = {}
): Project {
    const files: Record<string, string | undefined> = { ...TEST_FILES };
    for (const [name, change] of Object.entries(changes)) {
        const file = name.startsWith('/') ? name.slice(1) : `${MAIN}/${name}`;
        files[file] = typeof change === 'function' ? change(files[file] ?? '') : change;
    }
    const root = createTemporaryFolder('test');
    for (const [file, text] of Object.entries(files)) {
        if (text !== undefined) {
            mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
            writeFileSync(path.join(root, file), text);
        }
    }
    return new Project(root);
}

/** Replaces a part of a file that has to be there. */
export function replace(part: string, by: string): (text: string) => string {
    return (text) => {
        if (!text.includes(part)) {
            throw new Error(`There is no "${part}" to replace.`);
        }
        return text.replace(part, by);
    };
}

/** What a check finds, as texts `file:line message`, with the file's name alone. */
export function inWords(problems: readonly Problem[]): string[] {
    return problems.map(({ file, line, message }) => `${path.basename(file)}:${line ?? ''} ${message}`);
}
