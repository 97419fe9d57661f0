import path from 'node:path';

/** The generated module. */
export const MODULE_FILE = path.resolve(
    import.meta.dirname,
    '../../force-app/main/model/lwc/declineAdvice/stripeErrorCodes.ts'
);

/** The text of the generated module, formatted as Prettier does. */
export function moduleText(codes: readonly string[], sdkVersion: string): string {
    return `// Written by scripts/stripe-codes/main.ts. Do not edit: run it after an update of the stripe package.

/** The codes of \`last_payment_error\` in the typings of the stripe package ${sdkVersion}. Stripe may send others. */
export const STRIPE_ERROR_CODES = [
${codes.map((code) => `    '${code}'`).join(',\n')}
] as const;

export type StripeErrorCode = (typeof STRIPE_ERROR_CODES)[number];
`;
}

/** Which codes came and which went, in words; undefined where none did. */
export function describeDrift(committed: readonly string[], installed: readonly string[]): string | undefined {
    const came = installed.filter((code) => !committed.includes(code));
    const went = committed.filter((code) => !installed.includes(code));
    const parts = [
        came.length > 0 && `New codes: ${came.join(', ')}. Give each a group in errorCodeGroups.ts.`,
        went.length > 0 && `Codes that are gone: ${went.join(', ')}.`
    ].filter((part) => part !== false);
    return parts.length > 0 ? parts.join('\n') : undefined;
}
