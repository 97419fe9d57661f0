import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../check/listFiles.ts';
import { createMetadataParser } from '../local-org/pages/metadataXml.ts';

const MAIN = 'force-app/main';
const TRANSLATIONS = 'force-app/translations';

/** Where the English labels are. */
export const LABEL_FILE = `${MAIN}/setup/labels/CustomLabels.labels-meta.xml`;

/** The languages that the package is translated into, as Salesforce writes them. */
export const LANGUAGES = ['de', 'es', 'fr', 'ja'] as const;

/** A label of the package. */
export interface Label {
    name: string;
    text: string;
    /** What it is for: translators read it. */
    description: string;
}

/** A label in another language. */
export interface TranslatedLabel {
    name: string;
    text: string;
}

interface LabelXml {
    CustomLabels?: { labels?: { fullName?: string; value?: string; shortDescription?: string }[] };
}

interface TextXml {
    name?: string;
    label?: string;
}

interface TranslationXml {
    Translations?: { customLabels?: TextXml[]; customTabs?: TextXml[] };
}

interface FieldXml {
    CustomField?: { label?: string; inlineHelpText?: string };
}

interface ObjectTranslationXml {
    CustomObjectTranslation?: { fields?: (TextXml & { help?: string })[] };
}

interface FlexiPageXml {
    FlexiPage?: { flexiPageRegions?: { itemInstances?: ItemXml[] }[] };
}

interface ItemXml {
    componentInstance?: { componentInstanceProperties?: { name?: string; value?: string }[] };
}

/** The English labels, in the order of the file. An element that is missing is an empty text. */
export function readLabels(): Label[] {
    const { CustomLabels } = parseFile(LABEL_FILE, 'labels') as LabelXml;
    return (CustomLabels?.labels ?? []).map(({ fullName = '', value = '', shortDescription = '' }) => ({
        name: fullName,
        text: value,
        description: shortDescription
    }));
}

/** The file with the labels of a language. */
export function translationFile(language: string): string {
    return `force-app/translations/translations/${language}.translation-meta.xml`;
}

/** The labels of a language, in the order of its file. */
export function readTranslatedLabels(language: string): TranslatedLabel[] {
    const { Translations } = parseFile(translationFile(language), 'customLabels') as TranslationXml;
    return (Translations?.customLabels ?? []).map(toTranslatedLabel);
}

/** The labels of the package's tabs in a language, in the order of its file. */
export function readTranslatedTabs(language: string): TranslatedLabel[] {
    const { Translations } = parseFile(translationFile(language), 'customTabs') as TranslationXml;
    return (Translations?.customTabs ?? []).map(toTranslatedLabel);
}

function toTranslatedLabel({ name = '', label = '' }: TextXml): TranslatedLabel {
    return { name, text: label };
}

/** The label and help of a custom field. */
export interface FieldTexts {
    label: string;
    help: string;
}

/** The custom fields of the payment objects, with their English texts: `Payment.stripeAccountId__c`. */
export function readFieldTexts(): Map<string, FieldTexts> {
    const files = listFiles(MAIN, '.field-meta.xml').filter((file) => !file.includes('__mdt'));
    return new Map(
        files.map((file) => {
            const { CustomField } = parseFile(file) as FieldXml;
            const objectName = path.basename(path.dirname(path.dirname(file)));
            const name = `${objectName}.${path.basename(file, '.field-meta.xml')}`;
            return [name, { label: CustomField?.label ?? '', help: CustomField?.inlineHelpText ?? '' }];
        })
    );
}

/** The texts of custom fields in a language. */
export function readTranslatedFields(language: string): Map<string, FieldTexts> {
    const ending = `-${language}.objectTranslation-meta.xml`;
    return new Map(
        listFiles(TRANSLATIONS, ending).flatMap((file) => {
            const { CustomObjectTranslation } = parseFile(file, 'fields') as ObjectTranslationXml;
            return (CustomObjectTranslation?.fields ?? []).map(
                ({ name = '', label = '', help = '' }) =>
                    [`${path.basename(file, ending)}.${name}`, { label, help }] as const
            );
        })
    );
}

/** The names of the package's tabs. */
export function tabNames(): string[] {
    return listFiles(MAIN, '.tab-meta.xml').map((file) => path.basename(file, '.tab-meta.xml'));
}

/** What people read on the Lightning pages themselves, such as the title of a tab: file to the texts in it. */
export function flexiPageTexts(): Map<string, string[]> {
    const files = listFiles(MAIN, '.flexipage-meta.xml');
    return new Map(files.map((file) => [file, textsOfFlexiPage(file)]));
}

function textsOfFlexiPage(file: string): string[] {
    const { FlexiPage } = parseFile(
        file,
        'flexiPageRegions',
        'itemInstances',
        'componentInstanceProperties'
    ) as FlexiPageXml;
    return (FlexiPage?.flexiPageRegions ?? [])
        .flatMap(({ itemInstances = [] }) => itemInstances)
        .flatMap(({ componentInstance }) => componentInstance?.componentInstanceProperties ?? [])
        .filter(({ name = '' }) => /title|label/i.test(name))
        .flatMap(({ value = '' }) => value);
}

/** Which labels the package uses: name to the first file that does. Tests and compiled files do not count. */
export function usedLabels(): Map<string, string> {
    const used = new Map<string, string>();
    for (const file of [...listFiles(MAIN, '.ts'), ...listFiles(MAIN, '.html'), ...listFiles(MAIN, '-meta.xml')]) {
        const isTest = file.split(path.sep).includes('__tests__');
        for (const [, name = ''] of isTest ? [] : readFileSync(file, 'utf8').matchAll(USE)) {
            used.set(name, used.get(name) ?? file);
        }
    }
    return used;
}

/** `@salesforce/label/c.NAME` in a module, `{!$Label.NAME}` in metadata. */
const USE = /(?:@salesforce\/label\/c\.|\$Label\.(?:c\.)?)(\w+)/g;

function parseFile(file: string, ...lists: string[]): unknown {
    return createMetadataParser(lists).parse(readFileSync(file, 'utf8'));
}
