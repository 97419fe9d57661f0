import type { CustomLabels } from './customLabels.ts';
import { pseudoText } from './pseudoText.ts';
import { readFieldLabels, readTranslation, translatedLanguages } from './translations.ts';

/** A language that the local org speaks. */
export interface Language {
    /** As Salesforce writes it: `en_US`, `de`. Of a pseudo-language, its name here. */
    name: string;
    /** BCP 47: what the page says of itself, and by what dates and amounts are formatted. */
    tag: string;
    direction: 'ltr' | 'rtl';
    /** The running user's locale, as Salesforce writes it: `de_DE`. */
    userLocale: string;
    /** The running user's language, as Salesforce writes it. */
    userLanguage: string;
    /** What becomes of the package's English labels. A label without a translation stays English, as in an org. */
    translate(labels: CustomLabels): Map<string, string>;
    /** What becomes of the English label of a tab of the package. */
    tabLabel(name: string, english: string): string;
    /** What becomes of the English label of a custom field of the package. */
    fieldLabel(objectName: string, fieldName: string, english: string): string;
}

export const ENGLISH: Language = {
    name: 'en_US',
    tag: 'en-US',
    direction: 'ltr',
    userLocale: 'en_US',
    userLanguage: 'en_US',
    translate: ({ texts }) => texts,
    tabLabel: (_name, english) => english,
    fieldLabel: (_objectName, _fieldName, english) => english
};

const PSEUDO: Language = {
    ...ENGLISH,
    name: 'pseudo',
    tag: 'en-XA',
    translate: ({ texts }) => new Map([...texts].map(([name, text]) => [name, pseudoText(text)])),
    tabLabel: (_name, english) => pseudoText(english),
    fieldLabel: (_objectName, _fieldName, english) => pseudoText(english)
};

const PSEUDO_RIGHT_TO_LEFT: Language = { ...PSEUDO, name: 'pseudo-rtl', tag: 'en-XB', direction: 'rtl' };

/**
 * The language of this name: `en_US`, one that the package is translated into, `pseudo` or `pseudo-rtl`.
 * @param translationsFolder where the `*.translation-meta.xml` are
 * @throws Error of one line that lists the languages there are
 */
export function findLanguage(name: string, translationsFolder: string): Language {
    const builtIn = [ENGLISH, PSEUDO, PSEUDO_RIGHT_TO_LEFT];
    const translated = translatedLanguages(translationsFolder);
    const found = builtIn.find((language) => language.name === name);
    if (found) {
        return found;
    }
    if (translated.includes(name)) {
        return translatedLanguage(name, translationsFolder);
    }
    const names = [ENGLISH.name, ...translated, PSEUDO.name, PSEUDO_RIGHT_TO_LEFT.name].join(', ');
    throw new Error(`The local org does not speak "${name}". It speaks: ${names}.`);
}

function translatedLanguage(name: string, translationsFolder: string): Language {
    const tag = name.replace('_', '-');
    const { language, region } = new Intl.Locale(tag).maximize();
    return {
        name,
        tag,
        direction: 'ltr',
        userLocale: `${language}_${region}`,
        userLanguage: name,
        translate({ texts }) {
            const { labels } = readTranslation(translationsFolder, name);
            return new Map([...texts].map(([label, text]) => [label, labels.get(label) ?? text]));
        },
        tabLabel: (tab, english) => readTranslation(translationsFolder, name).tabs.get(tab) ?? english,
        fieldLabel: (objectName, field, english) =>
            readFieldLabels(translationsFolder, name, objectName).get(field) ?? english
    };
}
