import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { pageAt } from '../server/pageRoutes.ts';
import { openTestOrg } from '../server/testOrg.ts';

const meta = (target: string) =>
    `<LightningComponentBundle><isExposed>true</isExposed><targets><target>${target}</target></targets></LightningComponentBundle>`;
const placed = (name: string) =>
    `<itemInstances><componentInstance><componentName>${name}</componentName></componentInstance></itemInstances>`;

const test = openTestOrg({
    'setup/lwc/check/check.js-meta.xml': meta('lightning__AppPage'),
    'setup/lwc/list/list.js-meta.xml': meta('lightning__RecordPage'),
    'setup/tabs/Setup_Check.tab-meta.xml':
        '<CustomTab><flexiPage>Setup_Page</flexiPage><label>Set-up &amp; more</label></CustomTab>',
    'setup/tabs/Gone.tab-meta.xml': '<CustomTab><flexiPage>Gone</flexiPage><label>Gone</label></CustomTab>',
    'setup/tabs/Thing__c.tab-meta.xml': '<CustomTab><customObject>true</customObject></CustomTab>',
    'setup/flexipages/Setup_Page.flexipage-meta.xml': `<FlexiPage><flexiPageRegions>${placed('check')}${placed('list')}
        <name>main</name><type>Region</type></flexiPageRegions><masterLabel>Page</masterLabel><type>AppPage</type></FlexiPage>`
});
const FRAME = { missingPermissions: [], dataName: '', version: '1' };
const open = (address: string) => pageAt(test.org, test.sourceFolder, address, FRAME);

describe('the page of a tab', () => {
    after(() => test.remove());

    it('is drawn as its FlexiPage says, with the components for app pages', () => {
        const { status, page } = open('/lightning/n/Setup_Check') ?? assert.fail('no page');
        assert.equal(status, 200);
        assert.ok(page.kind === 'app');
        assert.deepEqual([page.title, page.label], ['Set-up & more | Local org', 'Set-up & more']);
        const [own, other] = page.regions[0]?.components ?? [];
        assert.deepEqual(own, { kind: 'package', componentName: 'c:check', properties: {} });
        assert.ok(other?.kind === 'placeholder');
        assert.match(other.reason, /isExposed and lightning__AppPage/);
    });

    it('is in the bar of every page, unless it is the tab of an object', () => {
        assert.deepEqual(
            open('/')?.page.tabs.map(({ label, address }) => [label, address]),
            [
                ['Gone', '/lightning/n/Gone'],
                ['Set-up & more', '/lightning/n/Setup_Check']
            ]
        );
    });

    it('is not found where the package has no such tab or page', () => {
        for (const name of ['Nothing', 'Gone', 'Thing__c']) {
            assert.equal(open(`/lightning/n/${name}`)?.status, 404);
        }
    });
});
