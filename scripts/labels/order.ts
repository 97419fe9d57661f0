/** The names in the order in which label files have them: by character code, each once. */
export function inOrder(names: readonly string[]): string[] {
    return [...new Set(names)].sort();
}
