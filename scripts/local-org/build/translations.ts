import fs from 'node:fs';
import path from 'node:path';
import { createMetadataParser } from '../pages/metadataXml.ts';

interface TranslationFile {
    Translations?: { customLabels?: { name: string; label: string }[] };
}

const EXTENSION = '.translation-meta.xml';
const parser = createMetadataParser(['customLabels']);

/** The languages that a folder has translations for, such as `de`, in order. None where there is no such folder. */
export function translatedLanguages(translationsFolder: string): string[] {
    return [...translationFiles(translationsFolder).keys()].sort();
}

/** The texts of the custom labels in one of these languages: name to text. */
export function readTranslation(translationsFolder: string, language: string): Map<string, string> {
    const file = translationFiles(translationsFolder).get(language);
    if (!file) {
        throw new Error(`There is no file ${language}${EXTENSION} below ${translationsFolder}.`);
    }
    const parsed = parser.parse(fs.readFileSync(file, 'utf8')) as TranslationFile;
    return new Map((parsed.Translations?.customLabels ?? []).map(({ name, label }) => [name.trim(), label]));
}

function translationFiles(folder: string): Map<string, string> {
    const names = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    const files = names.filter((name) => name.endsWith(EXTENSION));
    return new Map(files.map((name) => [path.basename(name, EXTENSION), path.join(folder, name)]));
}
