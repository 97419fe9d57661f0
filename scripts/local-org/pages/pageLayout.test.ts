import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePageLayout } from './pageLayout.ts';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<Layout xmlns="http://soap.sforce.com/2006/04/metadata">
    <layoutSections>
        <customLabel>false</customLabel>
        <label>GatewayDetails</label>
        <layoutColumns>
            <layoutItems><behavior>Readonly</behavior><field>GatewayRefNumber</field></layoutItems>
            <layoutItems><emptySpace>true</emptySpace></layoutItems>
        </layoutColumns>
        <layoutColumns>
            <layoutItems><behavior>Edit</behavior><field>Status</field></layoutItems>
        </layoutColumns>
        <style>TwoColumnsTopToBottom</style>
    </layoutSections>
    <layoutSections>
        <customLabel>true</customLabel>
        <label>CustomLinks</label>
        <layoutColumns/>
        <layoutColumns/>
        <style>CustomLinks</style>
    </layoutSections>
    <layoutSections>
        <customLabel>true</customLabel>
        <label>OurOwnLabel</label>
        <layoutColumns><layoutItems><field>Amount</field></layoutItems></layoutColumns>
    </layoutSections>
    <relatedLists>
        <fields>NAME</fields>
        <fields>Amount</fields>
        <relatedList>Authorizations</relatedList>
        <sortField>Amount</sortField>
        <sortOrder>Desc</sortOrder>
    </relatedLists>
    <relatedLists><relatedList>Refunds</relatedList></relatedLists>
</Layout>`;

test('sections hold their fields by column; blanks and sections without fields are left out', () => {
    const { sections } = parsePageLayout('Payment-Payment Layout', XML);
    assert.deepEqual(sections, [
        { label: 'Gateway Details', columns: [['GatewayRefNumber'], ['Status']] },
        { label: 'OurOwnLabel', columns: [['Amount']] }
    ]);
});

test('related lists keep the names of the layout, their columns and their order', () => {
    const { relatedLists } = parsePageLayout('Payment-Payment Layout', XML);
    assert.deepEqual(relatedLists, [
        { name: 'Authorizations', columns: ['NAME', 'Amount'], sortField: 'Amount', descending: true },
        { name: 'Refunds', columns: [], sortField: undefined, descending: false }
    ]);
});

test('a file without a layout is an error that names it', () => {
    assert.throws(() => parsePageLayout('Payment-Broken', '<FlexiPage/>'), /Payment-Broken\.layout-meta\.xml/);
});
