import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parsePageLayout } from '../local-org/pages/pageLayout.ts';
import { completeLayout } from './completeLayout.ts';
import { RELATED_LISTS } from './relatedListColumns.ts';
import { COMPLETE_LISTS, complete, KNOWN_LAYOUTS, layoutXml, withoutInsertions } from './testLayouts.ts';

const ALL_BUT_PAYMENTS = COMPLETE_LISTS.filter(({ name }) => name !== 'Payments');

/** The related lists of a layout as the local org reads them: with another parser. */
function listsOf(xml: string): Record<string, string[]> {
    return Object.fromEntries(parsePageLayout('test', xml).relatedLists.map(({ name, columns }) => [name, columns]));
}

for (const [name, lists] of Object.entries(KNOWN_LAYOUTS)) {
    test(`${name}: each list has reference, link, status and date, what was there stays, and a second run changes nothing`, () => {
        const original = layoutXml(lists);
        const completed = complete(original);
        const now = listsOf(completed.text);
        for (const list of ['Authorizations', 'Payments', 'Refunds', 'GatewayLogs']) {
            const status = list === 'GatewayLogs' ? 'InteractionStatus' : 'Status';
            for (const column of ['Name', 'GatewayRefNumber', 'stripeDashboardLink__c', status, 'CreatedDate']) {
                assert.equal(now[list]?.filter((found) => found === column).length, 1, `${column} of ${list}`);
            }
        }
        for (const list of lists) {
            assert.deepEqual(now[list.name]?.slice(0, list.columns.length), list.columns);
        }
        assert.equal(withoutInsertions(completed), original);
        assert.equal(complete(completed.text).text, completed.text);
        assert.deepEqual(complete(completed.text).added, []);
    });
}

test('columns come after the last one, and a missing list after the last list, indented as the others', () => {
    const completed = complete(
        layoutXml([{ name: 'Authorizations', columns: ['Name', 'Amount'] }, ...COMPLETE_LISTS.slice(1, 3)])
    );
    assert.ok(
        completed.text.includes(`        <fields>Amount</fields>
        <fields>GatewayRefNumber</fields>
        <fields>Status</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>
        <relatedList>Authorizations</relatedList>
    </relatedLists>
    <relatedLists>`)
    );
    assert.ok(
        completed.text.includes(`        <relatedList>Refunds</relatedList>
    </relatedLists>
    <relatedLists>
        <fields>Name</fields>
        <fields>InteractionType</fields>
        <fields>InteractionStatus</fields>
        <fields>GatewayMessage</fields>
        <fields>GatewayRefNumber</fields>
        <fields>stripeDashboardLink__c</fields>
        <fields>CreatedDate</fields>
        <relatedList>GatewayLogs</relatedList>
        <sortField>CreatedDate</sortField>
        <sortOrder>Desc</sortOrder>
    </relatedLists>
    <showEmailCheckbox>`)
    );
    assert.deepEqual(completed.added, [
        'in Authorizations: GatewayRefNumber, Status, CreatedDate, stripeDashboardLink__c',
        'the related list GatewayLogs'
    ]);
});

test('the lists of a layout without any come before what follows lists in the order of the elements', () => {
    const completed = complete(layoutXml([]));
    assert.match(completed.text, /<\/layoutSections>\n {4}<relatedLists>\n {8}<fields>Name<\/fields>/);
    assert.match(completed.text, /<\/relatedLists>\n {4}<showEmailCheckbox>/);
    assert.deepEqual(Object.keys(listsOf(completed.text)), ['Authorizations', 'Payments', 'Refunds', 'GatewayLogs']);
});

test('only the chosen lists are completed', () => {
    const logs = RELATED_LISTS.filter(({ name }) => name === 'GatewayLogs');
    const { text, added } = completeLayout('test.layout', layoutXml(KNOWN_LAYOUTS['the default'] ?? []), logs);
    assert.deepEqual(added, [
        'in GatewayLogs: GatewayRefNumber, InteractionStatus, CreatedDate, stripeDashboardLink__c'
    ]);
    assert.deepEqual(listsOf(text)['Payments'], ['Name', 'Amount', 'Status', 'ProcessingMode', 'GatewayResultCode']);
});

test('another date that an admin chose is date enough, in any capitals', () => {
    for (const date of ['Date', 'EffectiveDate', 'GatewayDate', 'CREATED_DATE', 'createddate']) {
        const columns = ['NAME', 'GATEWAYREFNUMBER', 'STRIPEDASHBOARDLINK__C', 'status', date];
        assert.deepEqual(complete(layoutXml([{ name: 'payments', columns }, ...ALL_BUT_PAYMENTS])).added, []);
    }
});

test('what goes beyond ten columns is not added, and said', () => {
    const columns = (count: number) => Array.from({ length: count }, (_, index) => `Field${index}__c`);
    const completed = complete(layoutXml([{ name: 'Payments', columns: columns(8) }, ...ALL_BUT_PAYMENTS]));
    assert.deepEqual(completed.added, ['in Payments: GatewayRefNumber, Status']);
    assert.match(completed.notAdded.join(), /^in Payments: CreatedDate, stripeDashboardLink__c; there is no room/);
    const again = complete(completed.text);
    assert.equal(again.text, completed.text);
    assert.match(again.notAdded.join(), /^in Payments: CreatedDate, stripeDashboardLink__c; there is no room/);
    assert.deepEqual(complete(layoutXml([{ name: 'Payments', columns: columns(12) }])).added.slice(0, 1), [
        'the related list Authorizations'
    ]);
});

test('of a list that is there twice the first is completed, and a warning tells the lines of both', () => {
    const twice = { name: 'Payments', columns: ['Name'] };
    const completed = complete(layoutXml([twice, ...ALL_BUT_PAYMENTS, twice]));
    assert.deepEqual(completed.added, ['in Payments: GatewayRefNumber, Status, CreatedDate, stripeDashboardLink__c']);
    assert.match(completed.warnings.join(), /^Payments is there more than once \(lines 15, 49\)/);
    assert.match(completed.text, /<fields>Name<\/fields>\n +<relatedList>Payments<\/relatedList>/);
    assert.equal(complete(completed.text).text, completed.text);
});

const LAYOUT = '<Layout xmlns="http://soap.sforce.com/2006/04/metadata">';
/** The other three lists are complete, so that only what is shown is missing. */
const OTHERS = ALL_BUT_PAYMENTS.map(
    ({ name, columns }) =>
        `<relatedLists>${columns.map((column) => `<fields>${column}</fields>`).join('')}<relatedList>${name}</relatedList></relatedLists>`
).join('');

/** What is inserted stands between ‹ and ›. */
const AWKWARD: readonly { name: string; marked: string }[] = [
    {
        name: 'all in one line',
        marked: `${LAYOUT}<relatedLists><fields>Name</fields>‹<fields>GatewayRefNumber</fields><fields>Status</fields><fields>CreatedDate</fields><fields>stripeDashboardLink__c</fields>›<relatedList>Payments</relatedList></relatedLists>${OTHERS}</Layout>`
    },
    {
        name: 'Windows line ends, tabs and a byte order mark, without a line end at the end',
        marked: `\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n${LAYOUT}\r\n\t<relatedLists>\r\n\t\t<fields>Status</fields>‹\r\n\t\t<fields>GatewayRefNumber</fields>\r\n\t\t<fields>CreatedDate</fields>\r\n\t\t<fields>stripeDashboardLink__c</fields>›\r\n\t\t<relatedList>Payments</relatedList>\r\n\t</relatedLists>${OTHERS}</Layout>`
    },
    {
        name: 'line ends of old Macs',
        marked: `${LAYOUT}\r  <relatedLists>\r    <fields>GatewayRefNumber</fields>‹\r    <fields>Status</fields>\r    <fields>CreatedDate</fields>\r    <fields>stripeDashboardLink__c</fields>›\r    <relatedList>Payments</relatedList>\r  </relatedLists>${OTHERS}</Layout>\r`
    },
    {
        name: 'names and columns in CDATA and in character references, with blanks around them',
        marked: `${LAYOUT}
  <relatedLists>
    <fields><![CDATA[GatewayRefNumber]]></fields><fields> &#83;tatus </fields>‹
    <fields>CreatedDate</fields>
    <fields>stripeDashboardLink__c</fields>›
    <relatedList>
      <![CDATA[Pay]]>ments
    </relatedList>
  </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'tags inside CDATA and comments, which are none',
        marked: `${LAYOUT}
    <!-- <relatedLists><relatedList>Payments</relatedList></relatedLists> -->
    <description><![CDATA[<relatedLists><relatedList>Payments</relatedList></relatedLists>]]></description>
    <relatedLists>
        <!-- <fields>GatewayRefNumber</fields> -->
        <fields>Sta<!-- in two -->tus</fields>‹
        <fields>GatewayRefNumber</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <!-- the list: --><relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'comments beside columns and lists stay beside them',
        marked: `${LAYOUT}
    <relatedLists>
        <fields>Status</fields> <!-- what
            of it --> <!-- more -->‹
        <fields>GatewayRefNumber</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <relatedList>Payments</relatedList> <!-- all --> </relatedLists> <!-- end -->
    ${OTHERS}
</Layout>`
    },
    {
        name: 'a comment before the next element belongs to that',
        marked: `${LAYOUT}
    <relatedLists><fields>Status</fields><fields>CreatedDate</fields>‹<fields>GatewayRefNumber</fields><fields>stripeDashboardLink__c</fields>› <!-- a --><relatedList>Payments</relatedList> <!-- b -->
    </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'a list without columns gets them where they belong',
        marked: `${LAYOUT}
    <relatedLists>
        <customButtons>Capture</customButtons>
        <excludeButtons>New</excludeButtons>‹
        <fields>GatewayRefNumber</fields>
        <fields>Status</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'a list of a name alone',
        marked: `${LAYOUT}
    <relatedLists>‹
        <fields>GatewayRefNumber</fields>
        <fields>Status</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'unknown elements, attributes, processing instructions, elements closed by themselves, and other namespaces',
        marked: `<?xml version="1.0"?><!DOCTYPE Layout><?keep this="1"?>
<Layout xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" fullName='a>b'>
    <futureThing deep="<![CDATA["/><relatedLists/>
    <relatedLists xsi:type="RelatedListItem" >
        <fields/>
        <x:fields xmlns:x="urn:other">GatewayRefNumber</x:fields>
        <fields
            a="1"
        >Status</fields
        >‹
        <fields>GatewayRefNumber</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <future><fields>CreatedDate</fields></future>
        <relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>
<!-- the end -->`.replace('"<![CDATA["', '"]]&gt;"')
    },
    {
        name: 'the lists of the mini layout, which are others',
        marked: `${LAYOUT}
    <miniLayout>
        <relatedLists><fields>Name</fields><relatedList>Payments</relatedList></relatedLists>
    </miniLayout>
    <relatedLists>
        <fields>CreatedDate</fields>‹
        <fields>GatewayRefNumber</fields>
        <fields>Status</fields>
        <fields>stripeDashboardLink__c</fields>›
        <relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'a namespace prefix',
        marked: `<m:Layout xmlns:m="http://soap.sforce.com/2006/04/metadata">
 <m:relatedLists>
  <m:fields>Status</m:fields>‹
  <m:fields>GatewayRefNumber</m:fields>
  <m:fields>CreatedDate</m:fields>
  <m:fields>stripeDashboardLink__c</m:fields>›
  <m:relatedList>Payments</m:relatedList>
 </m:relatedLists>${OTHERS.replaceAll('<', '<m:').replaceAll('<m:/', '</m:')}
</m:Layout>`
    },
    {
        name: 'another prefix in one list than in the layout',
        marked: `${LAYOUT}
 <n:relatedLists xmlns:n="http://soap.sforce.com/2006/04/metadata">
  <n:fields>Status</n:fields>‹
  <n:fields>GatewayRefNumber</n:fields>
  <n:fields>CreatedDate</n:fields>
  <n:fields>stripeDashboardLink__c</n:fields>›
  <n:relatedList>Payments</n:relatedList>
 </n:relatedLists>${OTHERS}
</Layout>`
    },
    {
        name: 'no namespace, and letters beyond the Latin ones before the list',
        marked: `<Layout>
    <label>支払い 😀</label>
    <relatedLists>
        <fields>😀__c</fields>‹
        <fields>GatewayRefNumber</fields>
        <fields>Status</fields>
        <fields>CreatedDate</fields>
        <fields>stripeDashboardLink__c</fields>›
        <relatedList>Payments</relatedList>
    </relatedLists>${OTHERS}
</Layout>`
    }
];
for (const { name, marked } of AWKWARD) {
    test(`${name}: nothing else changes, and a second run changes nothing`, () => {
        const original = marked.replace(/‹[^›]*›/, '');
        const { text } = complete(original);
        assert.equal(text, marked.replace(/[‹›]/g, ''));
        assert.equal(complete(text).text, text);
    });
}

test('a missing list follows the prefix, the line ends and the depth of the layout', () => {
    const completed = complete(
        '<m:Layout xmlns:m="http://soap.sforce.com/2006/04/metadata">\r\n\t<m:showEmailCheckbox>false</m:showEmailCheckbox>\r\n</m:Layout>'
    );
    assert.ok(
        completed.text.startsWith(
            '<m:Layout xmlns:m="http://soap.sforce.com/2006/04/metadata">\r\n\t<m:relatedLists>\r\n\t\t<m:fields>Name</m:fields>\r\n'
        )
    );
    assert.ok(
        completed.text.endsWith(
            '\r\n\t</m:relatedLists>\r\n\t<m:showEmailCheckbox>false</m:showEmailCheckbox>\r\n</m:Layout>'
        )
    );
    assert.doesNotMatch(completed.text, /[^\r]\n/);
});

test('a missing list in a layout of one line is in that line', () => {
    assert.doesNotMatch(complete(`${LAYOUT}<label>x</label></Layout>`).text, /\s</);
});

const MALFORMED: readonly { name: string; text: string; says: RegExp }[] = [
    {
        name: 'a tag that is never closed',
        text: `${LAYOUT}\n  <relatedLists>\n</Layout>`,
        says: /^test\.layout:3:9: not well-formed XML: /
    },
    {
        name: 'a file that is cut off',
        text: `${LAYOUT}\n  <relatedLists>`,
        says: /^test\.layout:2:16: not well-formed XML: /
    },
    {
        name: 'an ampersand alone',
        text: `${LAYOUT}\r\n  <label>a & b</label></Layout>`,
        says: /^test\.layout:2:12: .*&amp;/
    },
    {
        name: 'a comment that never ends',
        text: `${LAYOUT}\n<!-- a & b </Layout>`,
        says: /^test\.layout:2:20: (?!.*&amp;)/
    },
    {
        name: 'an ampersand after the first fault',
        text: `${LAYOUT}<a></b>\n&</Layout>`,
        says: /^test\.layout:1:(?!.*&amp;)/
    },
    {
        name: 'a prefix without a namespace',
        text: `${LAYOUT}<m:label/></Layout>`,
        says: /^test\.layout:1:\d+: .*prefix/
    },
    { name: 'an attribute twice', text: `<Layout a="1" a="2"><b/></Layout>`, says: /^test\.layout:1:\d+: / },
    { name: 'two root elements', text: `<Layout><a/></Layout>\n<Layout/>`, says: /^test\.layout:2:\d+: / },
    { name: 'an entity that is not defined', text: `<Layout><a>&nbsp;</a></Layout>`, says: /^test\.layout:1:\d+: / },
    { name: 'a control character', text: `<Layout><a>\u0001</a></Layout>`, says: /^test\.layout:1:12: / },
    { name: 'an empty file', text: '', says: /^test\.layout:1:1: / },
    { name: 'text that is no XML', text: 'Payments', says: /^test\.layout:1:8: / },
    {
        name: 'another encoding',
        text: '<?xml version="1.0" encoding="UTF-16"?><Layout><a/></Layout>',
        says: /UTF-16\. Save the file as UTF-8/
    },
    {
        name: 'another root element',
        text: '\n<FlexiPage><a/></FlexiPage>',
        says: /^test\.layout:2: the root element is not the <Layout>/
    },
    {
        name: 'a <Layout> of another namespace',
        text: '<Layout xmlns="urn:x"><a/></Layout>',
        says: /not the <Layout> of a page layout/
    },
    { name: 'a layout closed by itself', text: '<Layout/>', says: /^test\.layout:1: the layout is empty/ }
];
for (const { name, text, says } of MALFORMED) {
    test(`${name} is refused with its place`, () => {
        assert.throws(() => complete(text), { message: says });
    });
}

const SETUP = path.join(import.meta.dirname, '../../force-app/main/setup');

test('the layouts of this package for the payment objects have the reference, the summary, and each field of this package', () => {
    const layouts = fs.readdirSync(path.join(SETUP, 'layouts'));
    for (const objectName of ['PaymentAuthorization', 'Payment', 'Refund', 'PaymentGatewayLog']) {
        const file =
            layouts.find((name) => name.startsWith(`${objectName}-`)) ?? assert.fail(`no layout of ${objectName}`);
        const text = fs.readFileSync(path.join(SETUP, 'layouts', file), 'utf8');
        const shown = [...text.matchAll(/<field>(\w+)<\/field>/g)].map(([, name]) => name);
        const fields = fs.readdirSync(path.join(SETUP, 'objects', objectName, 'fields'));
        const own = fields.map((field) => field.replace('.field-meta.xml', ''));
        const lacking = ['GatewayRefNumber', 'OrderPaymentSummaryId', ...own].filter((name) => !shown.includes(name));
        assert.deepEqual(lacking, [], file);
        assert.ok(own.includes('stripeDashboardLink__c'));
    }
});

test('the layout of this package lacks nothing', () => {
    const folder = path.join(SETUP, 'layouts');
    const files = fs.readdirSync(folder).filter((file) => file.startsWith('OrderPaymentSummary-'));
    assert.equal(files.length, 1);
    for (const file of files) {
        const { added, notAdded, warnings } = complete(fs.readFileSync(path.join(folder, file), 'utf8'));
        assert.deepEqual([...added, ...notAdded, ...warnings], []);
    }
});
