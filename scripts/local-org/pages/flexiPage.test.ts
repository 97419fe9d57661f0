import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFlexiPage } from './flexiPage.ts';

function page(regions: string, type = 'RecordPage'): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
    ${regions}
    <masterLabel>Page</masterLabel>
    <sobjectType>Payment</sobjectType>
    <template><name>flexipage:recordHomeTemplateDesktop</name></template>
    <type>${type}</type>
</FlexiPage>`;
}

function region(name: string, items: string, type = 'Region'): string {
    return `<flexiPageRegions>${items}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
}

function component(name: string, properties: Record<string, string> = {}): string {
    const entries = Object.entries(properties).map(
        ([property, value]) =>
            `<componentInstanceProperties><name>${property}</name><value>${value}</value></componentInstanceProperties>`
    );
    return `<itemInstances><componentInstance>${entries.join('')}<componentName>${name}</componentName></componentInstance></itemInstances>`;
}

test('regions and facets are read in their order, with components and properties as texts', () => {
    const xml = page(
        region('header', component('force:highlightsPanel')) +
            region('tab', component('c:list', { title: '007', rows: '10' }) + component('force:detailPanel'), 'Facet')
    );
    assert.deepEqual(parseFlexiPage('Payment_Page', xml), {
        name: 'Payment_Page',
        objectName: 'Payment',
        template: 'flexipage:recordHomeTemplateDesktop',
        regions: [
            { name: 'header', type: 'Region', items: [{ componentName: 'force:highlightsPanel', properties: {} }] },
            {
                name: 'tab',
                type: 'Facet',
                items: [
                    { componentName: 'c:list', properties: { title: '007', rows: '10' } },
                    { componentName: 'force:detailPanel', properties: {} }
                ]
            }
        ]
    });
});

test('a field placed by itself is an item that names the field', () => {
    const field = '<itemInstances><fieldInstance><fieldItem>Record.Amount</fieldItem></fieldInstance></itemInstances>';
    const items = parseFlexiPage('Page', page(region('main', field)))?.regions[0]?.items;
    assert.deepEqual(items, [{ componentName: 'field', properties: { field: 'Record.Amount' } }]);
});

test('texts with XML entities are read as what they stand for', () => {
    const items = parseFlexiPage(
        'Page',
        page(region('main', component('c:x', { title: 'A &amp; B &lt;1&gt;' })))
    )?.regions;
    assert.equal(items?.[0]?.items[0]?.properties['title'], 'A & B <1>');
});

test('a page that is no record page is left out', () => {
    assert.equal(parseFlexiPage('App', page(region('main', component('c:x')), 'AppPage')), undefined);
});

test('a file without a FlexiPage is an error that names it', () => {
    assert.throws(
        () => parseFlexiPage('Broken', '<Layout/>'),
        /Broken\.flexipage-meta\.xml has no <FlexiPage> element/
    );
});
