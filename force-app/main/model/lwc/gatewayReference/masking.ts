/**
 * One way of masking, and a quick look that tells whether it could change anything.
 *
 * What a quick look does not find in a text is not in it after other parts of it were masked either: it looks for
 * characters next to each other, and for none of the mask.
 */
export interface Masking {
    mayChange: (text: string) => boolean;
    mask: (text: string) => string;
}

/** Masks a text in these ways, one after the other. */
export function maskBy(maskings: readonly Masking[], text: string): string {
    let masked = text;
    for (const { mayChange, mask } of maskings) {
        masked = mayChange(masked) ? mask(masked) : masked;
    }
    return masked;
}
