import { CONFIDENTIAL_REASONS } from './confidentialReasons';

const CONCEALED = [...CONFIDENTIAL_REASONS].map(([code, { openCode }]) => ({
    pattern: new RegExp(code, 'gi'),
    openCode
}));

const OPEN_CODES: ReadonlySet<string> = new Set(CONCEALED.map(({ openCode }) => openCode));

/** The text with a code that says nothing in place of each that says too much. */
export function concealReasons(text: string): string {
    return CONCEALED.reduce((open, { pattern, openCode }) => open.replace(pattern, openCode), text);
}

/**
 * The codes of a failure that may be passed on, each once. Where the reason is confidential, by the advice or by one of
 * the codes, every other code is left out: a network's code such as 43 (stolen card) tells the same.
 */
export function openCodes(codes: readonly string[], isConfidential: boolean): string[] {
    const concealed = codes.map(concealReasons);
    const mustBeKept = isConfidential || concealed.some((code, index) => code !== codes[index]);
    return [...new Set(mustBeKept ? concealed.filter((code) => OPEN_CODES.has(code)) : concealed)];
}
