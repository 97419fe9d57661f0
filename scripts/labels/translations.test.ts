import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
    LANGUAGES,
    readFieldTexts,
    readLabels,
    readTranslatedFields,
    readTranslatedLabels,
    readTranslatedTabs,
    tabNames,
    translationFile,
    type TranslatedLabel
} from './labelFiles.ts';
import { inOrder } from './order.ts';
import { hasWords, SAME_WORD } from './sameAsEnglish.ts';

const MAX_TEXT = 1_000;

/** Words that would tell a customer a reason that Stripe asks to keep confidential. */
const HINTS = {
    de: /betrug|betrüg|verloren|gestohlen|gesperrt|sperrliste|verdacht|vermut|risiko|radar|gemeldet/i,
    es: /fraud|perdid|robad|bloque|sospech|riesgo|radar|denunciad/i,
    fr: /fraud|perdu|vol[ée]|bloqu|blocage|soupçon|suspect|risque|radar|déclaré/i,
    ja: /不正|詐欺|紛失|盗難|ブロック|疑|リスク|Radar/i
} as const;

const english = new Map(readLabels().map(({ name, text }) => [name, text]));

test('there is a file for each language, and no other', () => {
    const files = readdirSync(path.dirname(translationFile('de'))).sort();
    assert.deepEqual(
        files,
        LANGUAGES.map((language) => path.basename(translationFile(language)))
    );
});

for (const language of LANGUAGES) {
    const file = translationFile(language);
    const labels = readTranslatedLabels(language);
    const names = labels.map(({ name }) => name);

    /** The labels that a rule finds fault with, as lines that name label and file. */
    const faults = (wrong: (label: TranslatedLabel, englishText: string) => string | false) =>
        labels.flatMap((label) => {
            const fault = wrong(label, english.get(label.name) ?? '');
            return fault ? [`${label.name} in ${file} ${fault}`] : [];
        });

    test(`${language} has each label and no other, sorted by name`, () => {
        const missing = [...english.keys()].filter((name) => !names.includes(name));
        assert.deepEqual(
            missing.map((name) => `${name} is not in ${file}`),
            []
        );
        assert.deepEqual(
            faults(({ name }) => !english.has(name) && 'is no label of the package'),
            []
        );
        assert.deepEqual(names, inOrder(names), file);
    });

    test(`${language} has a text for each label, within what an org takes`, () => {
        assert.deepEqual(
            faults(({ text }) => text.trim() === '' && 'has no text'),
            []
        );
        assert.deepEqual(
            faults(({ text }) => text.length > MAX_TEXT && `has a text of ${text.length} characters`),
            []
        );
    });

    test(`${language} keeps the placeholders of each label`, () => {
        assert.deepEqual(
            faults(({ text }, englishText) => {
                const [found, expected] = [placeholders(text), placeholders(englishText)];
                return found !== expected && `has the placeholders "${found}" instead of "${expected}"`;
            }),
            []
        );
    });

    test(`${language} is translated, not English`, () => {
        const own: Readonly<Record<string, string>> = SAME_WORD[language];
        assert.deepEqual(
            faults(
                ({ name, text }, englishText) =>
                    text === englishText && hasWords(text) && own[name] !== text && `is English: "${text}"`
            ),
            []
        );
        const texts = new Map(labels.map(({ name, text }) => [name, text]));
        const outdated = Object.keys(own).filter((name) => texts.get(name) !== english.get(name));
        assert.deepEqual(outdated, [], `these labels of ${language} in sameAsEnglish.ts no longer read as in English`);
    });

    test(`${language} has label and help of each custom field on the payment objects, within what an org takes`, () => {
        const [englishFields, fields] = [readFieldTexts(), readTranslatedFields(language)];
        assert.deepEqual(inOrder([...fields.keys()]), inOrder([...englishFields.keys()]));
        const wrong = [...fields].filter(([name, { label, help }]) => {
            const isProperName = englishFields.get(name)?.label === 'Stripe Dashboard';
            const isEnglish = !isProperName && label === englishFields.get(name)?.label;
            return isEnglish || help === englishFields.get(name)?.help || !isFilled(label, 40) || !isFilled(help, 255);
        });
        assert.deepEqual(wrong, []);
        assert.ok(fields.size > 0);
    });

    test(`${language} has each tab of the package, called as its page`, () => {
        const title = labels.find(({ name }) => name === 'Payments_Setup_Title');
        assert.deepEqual(readTranslatedTabs(language), [{ name: 'Stripe_Payments_Setup', text: title?.text }]);
        assert.deepEqual(tabNames(), ['Stripe_Payments_Setup']);
    });

    test(`${language} tells the customer no confidential reason`, () => {
        assert.deepEqual(
            faults(
                ({ name, text }) =>
                    name.startsWith('Payments_Advice_Customer_') &&
                    HINTS[language].test(text) &&
                    `hints at it: "${text}"`
            ),
            []
        );
    });
}

function isFilled(text: string, mostCharacters: number): boolean {
    return text.trim() !== '' && text.length <= mostCharacters;
}

function placeholders(text: string): string {
    return inOrder(text.match(/\{\d\}/g) ?? []).join(' ');
}
