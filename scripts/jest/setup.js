import { readdirSync, readFileSync } from 'node:fs';
import { setup } from '@sa11y/jest';
import { createApexTestWireAdapter } from '@salesforce/sfdx-lwc-jest';
import { XMLParser } from 'fast-xml-parser';
import './properties.js';

const MAIN = `${process.cwd()}/force-app/main`;

// Adds the matcher toBeAccessible (axe).
setup();

// The labels' own texts, so that tests read what people read.
const { CustomLabels } = new XMLParser().parse(
    readFileSync(`${MAIN}/setup/labels/CustomLabels.labels-meta.xml`, 'utf8')
);
for (const { fullName, value } of CustomLabels.labels) {
    mockModule(`@salesforce/label/c.${fullName}`, { default: String(value) });
}

// Every Apex method as a wire adapter that a test can emit from, and as a mock that it can call.
const classes = `${MAIN}/data/classes`;
for (const file of readdirSync(classes).filter((name) => name.endsWith('.cls'))) {
    const apexClass = readFileSync(`${classes}/${file}`, 'utf8');
    for (const [, method] of apexClass.matchAll(/@AuraEnabled\(.*\)\s+public static \S+ (\w+)\(/g)) {
        const name = `@salesforce/apex/${file.replace('.cls', '')}.${method}`;
        mockModule(name, { default: createApexTestWireAdapter(jest.fn()) });
    }
}

mockModule('@salesforce/apex', { refreshApex: jest.fn(() => Promise.resolve()) });

function mockModule(name, exports) {
    jest.doMock(name, () => ({ __esModule: true, ...exports }), { virtual: true });
}

afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
});
