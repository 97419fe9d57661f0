import type { LANGUAGES } from './labelFiles.ts';

type LanguageName = (typeof LANGUAGES)[number];

/** Labels that may read the same in a language as in English, because the word is that language's own, too. */
export const SAME_WORD: Readonly<Record<LanguageName, Readonly<Record<string, string>>>> = {
    de: {
        Payments_Alerts_info: 'Information',
        Payments_Case_Codes: 'Codes',
        Payments_Case_Link: 'Link',
        Payments_Column_Status: 'Status',
        Payments_Export_Link: 'Link',
        Payments_List_Status: 'Status',
        Payments_Message_Text: 'Text'
    },
    es: {
        Payments_Alerts_error: 'Error'
    },
    fr: {
        Payments_Alerts_info: 'Information',
        Payments_Case_Codes: 'Codes',
        Payments_Column_Date: 'Date ({0})',
        Payments_Column_Interaction: 'Interaction',
        Payments_Column_Type: 'Type',
        Payments_Page_source: 'source',
        Payments_Setup_Gateways_Mode: 'Mode',
        Payments_Setup_Gateways_Test: 'Test',
        Payments_Timeline_Kind_capture: 'Capture'
    },
    ja: {}
};

/** A text without a word, such as `{0} ({1})`, has nothing to translate. */
export function hasWords(text: string): boolean {
    return /\p{Letter}/u.test(text.replace(/\{\d\}/g, ''));
}
