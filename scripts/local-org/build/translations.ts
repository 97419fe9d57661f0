import fs from 'node:fs';
import path from 'node:path';
import { createMetadataParser } from '../pages/metadataXml.ts';

interface TranslationFile {
    Translations?: { customLabels?: TextXml[]; customTabs?: TextXml[] };
}

interface ObjectTranslationFile {
    CustomObjectTranslation?: { fields?: TextXml[] };
}

interface TextXml {
    name: string;
    label: string;
}

/** The texts of a language: name to text. */
export interface Translation {
    labels: Map<string, string>;
    tabs: Map<string, string>;
}

const EXTENSION = '.translation-meta.xml';
const parser = createMetadataParser(['customLabels', 'customTabs', 'fields']);

/** The languages that a folder has translations for, such as `de`, in order. None where there is no such folder. */
export function translatedLanguages(translationsFolder: string): string[] {
    return [...translationFiles(translationsFolder).keys()].sort();
}

/** The texts of the package in one of these languages. */
export function readTranslation(translationsFolder: string, language: string): Translation {
    const file = translationFiles(translationsFolder).get(language);
    if (!file) {
        throw new Error(`There is no file ${language}${EXTENSION} below ${translationsFolder}.`);
    }
    const { Translations } = parser.parse(fs.readFileSync(file, 'utf8')) as TranslationFile;
    return { labels: byName(Translations?.customLabels), tabs: byName(Translations?.customTabs) };
}

/** The labels of an object's custom fields in a language: name to text. Empty where they are not translated. */
export function readFieldLabels(translationsFolder: string, language: string, objectName: string): Map<string, string> {
    const file = path.join(
        translationsFolder,
        'objectTranslations',
        `${objectName}-${language}`,
        `${objectName}-${language}.objectTranslation-meta.xml`
    );
    const xml = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    return byName((parser.parse(xml) as ObjectTranslationFile).CustomObjectTranslation?.fields);
}

function byName(texts: readonly TextXml[] = []): Map<string, string> {
    return new Map(texts.map(({ name, label }) => [name.trim(), label]));
}

function translationFiles(folder: string): Map<string, string> {
    const names = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const files = names.filter((name) => name.endsWith(EXTENSION));
    return new Map(files.map((name) => [path.basename(name, EXTENSION), path.join(folder, name)]));
}
