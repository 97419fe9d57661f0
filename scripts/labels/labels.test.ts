import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flexiPageTexts, LABEL_FILE, readLabels, usedLabels } from './labelFiles.ts';
import { inOrder } from './order.ts';

/** The limits of a custom label in an org. */
const MAX_TEXT = 1_000;
const MAX_DESCRIPTION = 80;
const MAX_NAME = 80;

const labels = readLabels();
const names = labels.map(({ name }) => name);
const used = usedLabels();

/** The labels that a rule finds fault with, as lines that name label and file. */
function faults(wrong: (label: (typeof labels)[number]) => string | false): string[] {
    return labels.flatMap((label) => {
        const fault = wrong(label);
        return fault ? [`${label.name} in ${LABEL_FILE} ${fault}`] : [];
    });
}

test('each label that the package uses exists', () => {
    const missing = [...used].filter(([name]) => !names.includes(name));
    assert.deepEqual(
        missing.map(([name, file]) => `${name}, used in ${file}, is not in ${LABEL_FILE}`),
        []
    );
    assert.ok(used.size > 0);
});

test('each label is used', () => {
    assert.deepEqual(
        faults(({ name }) => !used.has(name) && 'is used nowhere: delete it'),
        []
    );
});

test('each text on a Lightning page is a label, or one of Salesforce', () => {
    const texts = [...flexiPageTexts()].flatMap(([file, found]) => found.map((text) => ({ file, text })));
    assert.deepEqual(
        texts.filter(({ text }) => !/^(\{!\$Label\.\w+\}|Standard\.Tab\.\w+)$/.test(text)),
        []
    );
    assert.ok(texts.length > 0);
});

test('each label has a text and a description for translators, within what an org takes', () => {
    assert.deepEqual(
        faults(({ text }) => text.trim() === '' && 'has no text'),
        []
    );
    assert.deepEqual(
        faults(({ description }) => description.trim() === '' && 'has no shortDescription'),
        []
    );
    assert.deepEqual(
        faults(({ text }) => text.length > MAX_TEXT && `has a text of ${text.length} characters`),
        []
    );
    assert.deepEqual(
        faults(
            ({ description }) =>
                description.length > MAX_DESCRIPTION && `has a shortDescription of ${description.length} characters`
        ),
        []
    );
    assert.deepEqual(
        faults(({ name }) => name.length > MAX_NAME && `has a name of ${name.length} characters`),
        []
    );
});

test('labels are sorted by name, each once', () => {
    assert.deepEqual(names, inOrder(names), LABEL_FILE);
});
