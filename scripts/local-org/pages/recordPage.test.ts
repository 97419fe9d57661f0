import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { openTestOrg, type TestOrg } from '../server/testOrg.ts';
import { homePage } from './homePage.ts';
import type { DetailSection, FieldValue, PageComponent } from './pageModel.ts';
import { recordPage } from './recordPage.ts';

let opened: TestOrg[] = [];

afterEach(() => {
    opened.forEach((test) => test.remove());
    opened = [];
});

function open(metadata: Record<string, string> = {}): TestOrg {
    const org = openTestOrg(metadata);
    opened.push(org);
    return org;
}

type Reference = Parameters<TestOrg['idOf']>[0];

function pageOf(test: TestOrg, objectName: string, reference: Reference) {
    const record = test.org.getRecord(objectName, test.idOf(reference));
    assert.ok(record);
    return recordPage(test.org, test.sourceFolder, test.org.schema.object(objectName), record);
}

function field(sections: DetailSection[], name: string): FieldValue | undefined {
    return sections.flatMap((section) => section.columns.flat()).find((value) => value.name === name);
}

function flexiPage(objectName: string, items: string, facets = ''): string {
    return `<FlexiPage>
        <flexiPageRegions>${items}<name>main</name><type>Region</type></flexiPageRegions>${facets}
        <sobjectType>${objectName}</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template>
        <type>RecordPage</type></FlexiPage>`;
}

function placed(name: string, properties: Record<string, string> = {}): string {
    const entries = Object.entries(properties).map(
        ([property, value]) =>
            `<componentInstanceProperties><name>${property}</name><value>${value}</value></componentInstanceProperties>`
    );
    return `<itemInstances><componentInstance>${entries.join('')}<componentName>${name}</componentName></componentInstance></itemInstances>`;
}

const JS_META = `<LightningComponentBundle><isExposed>true</isExposed>
    <targets><target>lightning__RecordPage</target></targets>
    <targetConfigs><targetConfig targets="lightning__RecordPage">
        <property name="rows" type="Integer" /><property name="open" type="Boolean" /><property name="title" type="String" />
    </targetConfig></targetConfigs></LightningComponentBundle>`;

test('without metadata a record shows highlights, all its fields and its related lists', () => {
    const page = pageOf(open(), 'Payment', 'payment');
    assert.equal(page.title, `${page.highlights.recordName} | Payment`);
    assert.equal(page.highlights.objectLabel, 'Payment');
    assert.deepEqual(
        page.sections.map((section) => section.label),
        ['Information', 'System Information']
    );
    assert.deepEqual(field(page.sections, 'Amount'), {
        name: 'Amount',
        label: 'Amount',
        kind: 'currency',
        value: 30.5,
        currency: 'EUR'
    });
    assert.deepEqual(
        page.regions.map((region) => region.name),
        ['header', 'main']
    );
});

test('a reference is a link to the record that it points to, called by that record’s name', () => {
    const org = open();
    const summary = field(pageOf(org, 'Payment', 'payment').sections, 'OrderPaymentSummaryId');
    assert.equal(summary?.value, 'Visa 4242');
    assert.equal(summary?.address, `/lightning/r/OrderPaymentSummary/${org.idOf('summary')}/view`);
});

test('the body of a gateway log is nowhere in its page: only its length', () => {
    const page = pageOf(open(), 'PaymentGatewayLog', 'log');
    assert.deepEqual(field(page.sections, 'Request'), {
        name: 'Request',
        label: 'Request',
        kind: 'withheld',
        value: '120,000 characters, not shown here'
    });
    assert.doesNotMatch(JSON.stringify(page), /client_secret|pi_1_secret/);
});

test('a Stripe secret in any text is masked', () => {
    const page = pageOf(open(), 'PaymentAuthorization', 'authorization');
    assert.doesNotMatch(JSON.stringify(page), /sk_live_51HxYz/);
    assert.match(String(field(page.sections, 'Comments')?.value), /•/);
});

test('the HYPERLINK of a formula is a link, called as the formula calls it', () => {
    const org = open({
        'objects/Payment/fields/Link__c.field-meta.xml': `<CustomField><fullName>Link__c</fullName><label>Link</label>
            <formula>HYPERLINK("https://dashboard.stripe.com/x", "Open " &amp; Comments)</formula><type>Text</type></CustomField>`
    });
    const payment = pageOf(org, 'Payment', 'payment');
    assert.deepEqual(field(payment.sections, 'Link__c'), {
        name: 'Link__c',
        label: 'Link',
        kind: 'url',
        value: 'https://dashboard.stripe.com/x',
        text: 'Open '
    });
    org.org.update('Payment', org.idOf('payment'), { Comments: '</a><script>' });
    assert.equal(field(pageOf(org, 'Payment', 'payment').sections, 'Link__c')?.kind, 'text');
});

test('a page layout decides the fields and the related lists, by the layout’s own names', () => {
    const layout = `<Layout>
        <layoutSections><customLabel>true</customLabel><label>Money</label>
            <layoutColumns><layoutItems><field>AuthorizationAmount</field></layoutItems></layoutColumns>
        </layoutSections>
        <relatedLists><fields>Name</fields><fields>Amount</fields><fields>Nope</fields>
            <relatedList>Authorizations</relatedList></relatedLists>
        <relatedLists><relatedList>GatewayLogs</relatedList></relatedLists>
        <relatedLists><relatedList>ProcessExceptions</relatedList></relatedLists></Layout>`;
    const page = pageOf(
        open({ 'layouts/OrderPaymentSummary-Our Layout.layout-meta.xml': layout }),
        'OrderPaymentSummary',
        'summary'
    );
    assert.deepEqual(
        page.sections.map((section) => section.columns.map((column) => column.map((value) => value.name))),
        [[['AuthorizationAmount']]]
    );
    const [authorizations, logs, exceptions] = page.relatedLists;
    assert.deepEqual(
        authorizations?.columns.map((column) => column.name),
        ['PaymentAuthorizationNumber', 'Amount']
    );
    assert.equal(authorizations?.total, 1);
    assert.equal(authorizations?.notice, 'Columns that the local org does not have: Nope.');
    assert.equal(logs?.total, 1);
    assert.equal(exceptions?.notice, 'The local org does not have the records of this related list.');
});

test('a FlexiPage that names custom labels shows their texts, and a name that is no label', () => {
    const label = '<labels><fullName>Money</fullName><value>Money &amp; more</value></labels>';
    const list = placed('c:list', { title: '{!$Label.c.Money}' });
    const page = pageOf(
        open({
            'flexipages/Payment_Page.flexipage-meta.xml': flexiPage(
                'Payment',
                placed('flexipage:tabset', { tabs: 'tabs' }) + list,
                `<flexiPageRegions>${placed('flexipage:tab', { title: '{!$Label.Money}' })}${placed('flexipage:tab', {
                    title: '{!$Label.Gone}'
                })}<name>tabs</name><type>Facet</type></flexiPageRegions>`
            ),
            'labels/CustomLabels.labels-meta.xml': `<CustomLabels>${label}</CustomLabels>`,
            'console/lwc/list/list.js-meta.xml': JS_META
        }),
        'Payment',
        'payment'
    );
    const [tabset, placedList] = page.regions[0]?.components ?? [];
    assert.ok(tabset?.kind === 'tabs' && placedList?.kind === 'package');
    assert.deepEqual(
        tabset.tabs.map(({ label: title }) => title),
        ['Money & more', '{!$Label.Gone}']
    );
    assert.deepEqual(placedList.properties, { title: 'Money & more' });
});

test('a FlexiPage decides regions, tabs and components, with the property types of the js-meta.xml', () => {
    const tabs = `<flexiPageRegions>${placed('flexipage:tab', { body: 'inTab', title: 'Standard.Tab.detail' })}${placed(
        'flexipage:tab',
        { body: 'other', title: 'Money', active: 'true' }
    )}<name>tabs</name><type>Facet</type></flexiPageRegions>
    <flexiPageRegions>${placed('force:detailPanel')}<name>inTab</name><type>Facet</type></flexiPageRegions>
    <flexiPageRegions>${placed('c:list', { rows: '10', open: 'true', title: '007' })}${placed('hidden')}${placed(
        'lbpm:actionList'
    )}<name>other</name><type>Facet</type></flexiPageRegions>`;
    const page = pageOf(
        open({
            'flexipages/Payment_Page.flexipage-meta.xml': flexiPage(
                'Payment',
                placed('flexipage:tabset', { tabs: 'tabs' }),
                tabs
            ),
            'console/lwc/list/list.js-meta.xml': JS_META,
            'console/lwc/hidden/hidden.js-meta.xml': JS_META.replace('>true<', '>false<')
        }),
        'Payment',
        'payment'
    );
    const [region] = page.regions;
    const [tabset] = region?.components as [PageComponent & { kind: 'tabs' }];
    assert.deepEqual([region?.name, region?.width], ['main', 8]);
    assert.deepEqual(tabset.tabs[0], { label: 'Details', active: false, components: [{ kind: 'details' }] });
    assert.deepEqual(
        [tabset.tabs[1]?.label, tabset.tabs[1]?.active, tabset.tabs[1]?.components[0]],
        [
            'Money',
            true,
            { kind: 'package', componentName: 'c:list', properties: { rows: 10, open: true, title: '007' } }
        ]
    );
    const placeholders = tabset.tabs[1]?.components.slice(1) as (PageComponent & { kind: 'placeholder' })[];
    assert.deepEqual(
        placeholders.map(({ componentName }) => componentName),
        ['hidden', 'lbpm:actionList']
    );
    assert.match(placeholders[0]?.reason ?? '', /isExposed/);
    assert.match(placeholders[1]?.reason ?? '', /does not exist in the local org/);
});

test('a single related list shows the records of the relationship it names', () => {
    const items = placed('force:relatedListSingleContainer', { relatedListApiName: 'Payments' });
    const page = pageOf(
        open({ 'flexipages/Summary.flexipage-meta.xml': flexiPage('OrderPaymentSummary', items) }),
        'OrderPaymentSummary',
        'summary'
    );
    const [component] = page.regions[0]?.components as [PageComponent & { kind: 'relatedList' }];
    assert.equal(component.list.label, 'Payments');
    assert.equal(component.list.rows.length, 1);
});

test('a field and an object that the user may not see are left out, and the list says so', () => {
    const org = open();
    org.org.access = {
        hiddenObjects: ['PaymentGatewayLog'],
        hiddenFields: ['Payment.Amount', 'Refund.OrderPaymentSummaryId']
    };
    assert.equal(field(pageOf(org, 'Payment', 'payment').sections, 'Amount'), undefined);
    const lists = pageOf(org, 'OrderPaymentSummary', 'summary').relatedLists;
    const notices = Object.fromEntries(lists.map((list) => [list.label, list.notice]));
    assert.equal(notices['Payment Gateway Logs'], 'You do not have access to Payment Gateway Logs.');
    assert.match(notices['Refunds'] ?? '', /^You do not have access to the field Order Payment Summary/);
    assert.equal(
        lists.find((list) => list.label === 'Payments')?.columns.some(({ name }) => name === 'Amount'),
        false
    );
});

test('the home page lists each order summary with its order payment summaries', () => {
    const org = open();
    const page = homePage(org.org);
    assert.deepEqual([page.orderSummaryCount, page.orderPaymentSummaryCount], [1, 1]);
    const [row] = page.orderSummaries;
    assert.equal(row?.link.label, '00000042');
    assert.deepEqual(row?.total, {
        name: 'GrandTotalAmount',
        label: 'Grand Total',
        kind: 'currency',
        value: 70,
        currency: 'EUR'
    });
    assert.deepEqual(row?.orderPaymentSummaries[0]?.link, {
        label: 'Visa 4242',
        address: `/lightning/r/OrderPaymentSummary/${org.idOf('summary')}/view`
    });
});

test('the home page says so when the user may not see orders', () => {
    const org = open();
    org.org.access = { hiddenObjects: ['OrderSummary'], hiddenFields: [] };
    assert.equal(homePage(org.org).notice, 'You do not have access to OrderSummary.');
});

test('the home page leaves out fields that the user may not see', () => {
    const org = open();
    org.org.access = { hiddenObjects: [], hiddenFields: ['OrderSummary.GrandTotalAmount', 'OrderSummary.OrderNumber'] };
    const [row] = homePage(org.org).orderSummaries;
    assert.equal(row?.total, undefined);
    assert.equal(row?.link.label, org.idOf('order'));
});
