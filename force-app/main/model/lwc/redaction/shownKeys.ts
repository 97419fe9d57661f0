/** Few enough to need no care for the memory. */
const MAXIMUM_KNOWN = 5_000;
const MAXIMUM_KEY = 100;
const known = new Set<string>();

/** Whether it is known that there is nothing to hide in a key. Keys repeat, so that each has to be looked at only once. */
export function isShownKey(key: string): boolean {
    return known.has(key);
}

export function rememberShownKey(key: string): void {
    if (key.length < MAXIMUM_KEY && known.size < MAXIMUM_KNOWN) {
        known.add(key);
    }
}
