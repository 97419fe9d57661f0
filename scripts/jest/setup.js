import { readdirSync, readFileSync } from 'node:fs';
import { setup } from '@sa11y/jest';
import { XMLParser } from 'fast-xml-parser';
import { createApexMethod } from './apexMethod.js';
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

// Every Apex method as a mock whose calls a test answers.
const classes = `${MAIN}/data/classes`;
const apexMethods = [];
for (const file of readdirSync(classes).filter((name) => name.endsWith('.cls'))) {
    const apexClass = readFileSync(`${classes}/${file}`, 'utf8');
    for (const [, method] of apexClass.matchAll(/@AuraEnabled\s+public static \S+ (\w+)\(/g)) {
        const mock = createApexMethod();
        apexMethods.push(mock);
        mockModule(`@salesforce/apex/${file.replace('.cls', '')}.${method}`, { default: mock });
    }
}

function mockModule(name, exports) {
    jest.doMock(name, () => ({ __esModule: true, ...exports }), { virtual: true });
}

/** Ends what an earlier test has asked for, and what follows from that, so that the next one is alone. */
async function endRequests() {
    if (apexMethods.some((method) => method.isAsked())) {
        await Promise.all(apexMethods.map((method) => method.fail({ message: 'The test is over.' }, 500)));
        await endRequests();
    }
}

afterEach(async () => {
    document.body.replaceChildren();
    await endRequests();
    jest.clearAllMocks();
});
