const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const sequenceAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const sequenceLength = 12;

/**
 * The three characters that make an 18-character id of a 15-character one. Each stands for five characters of the id
 * and says which of them are upper case, so that 18-character ids survive systems that ignore case.
 */
export function idSuffix(id15: string): string {
    return [0, 5, 10].map((start) => suffixCharacter(id15.slice(start, start + 5))).join('');
}

function suffixCharacter(chunk: string): string {
    let upperCaseBits = 0;
    for (let position = 0; position < chunk.length; position++) {
        const character = chunk.charAt(position);
        if (character >= 'A' && character <= 'Z') {
            upperCaseBits += 1 << position;
        }
    }
    return suffixAlphabet.charAt(upperCaseBits);
}

/** The id of an object's nth record, counted from 1. */
export function createRecordId(keyPrefix: string, sequence: number): string {
    let digits = '';
    for (let rest = sequence; rest > 0; rest = Math.floor(rest / sequenceAlphabet.length)) {
        digits = sequenceAlphabet.charAt(rest % sequenceAlphabet.length) + digits;
    }
    const id15 = keyPrefix + digits.padStart(sequenceLength, '0');
    return id15 + idSuffix(id15);
}

/**
 * The 18-character form of a record id.
 * @param text 15 characters, or 18 in any case: the suffix restores the case, as Salesforce does.
 * @returns undefined if the text is not a record id.
 */
export function normalizeRecordId(text: string): string | undefined {
    if (/^[0-9A-Za-z]{15}$/.test(text)) {
        return text + idSuffix(text);
    }
    if (!/^[0-9A-Za-z]{18}$/.test(text)) {
        return undefined;
    }
    const suffix = text.slice(15).toUpperCase();
    const id15 = restoreCase(text.slice(0, 15), suffix);
    return idSuffix(id15) === suffix ? id15 + suffix : undefined;
}

function restoreCase(id15: string, suffix: string): string {
    let restored = '';
    for (let position = 0; position < id15.length; position++) {
        const upperCaseBits = suffixAlphabet.indexOf(suffix.charAt(Math.floor(position / 5)));
        const isUpperCase = ((upperCaseBits >> (position % 5)) & 1) === 1;
        const character = id15.charAt(position);
        restored += isUpperCase ? character.toUpperCase() : character.toLowerCase();
    }
    return restored;
}
