/** How good or bad a status is, which decides its colour. */
export type StatusTone = 'success' | 'warning' | 'error' | 'neutral';

const TONES: ReadonlyMap<string, StatusTone> = new Map<string, StatusTone>([
    ['Processed', 'success'],
    ['Success', 'success'],
    ['Pending', 'warning'],
    ['Initiated', 'warning'],
    ['Draft', 'warning'],
    ['Timeout', 'error'],
    ['Failed', 'error']
]);

const BADGE_CLASSES: Readonly<Record<StatusTone, string>> = {
    success: 'slds-badge slds-theme_success',
    warning: 'slds-badge slds-theme_warning',
    error: 'slds-badge slds-theme_error',
    neutral: 'slds-badge'
};

/** The tone of a record's Status, or of a log's InteractionStatus. */
export function toneOf(status: string): StatusTone {
    return TONES.get(status) ?? 'neutral';
}

/** The classes of the badge that a status is shown as. */
export function badgeClass(tone: StatusTone): string {
    return BADGE_CLASSES[tone];
}
