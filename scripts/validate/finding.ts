/** Something that is wrong with the package. */
export interface Finding {
    /** The name of the check that found it, such as `metadata-types`. */
    readonly check: string;
    /** Relative to the checked folder, with slashes. */
    readonly file: string;
    /** One-based. */
    readonly line?: number;
    readonly message: string;
    readonly severity: Severity;
}

/**
 * As Salesforce Code Analyzer counts: 1 critical, 2 high, 3 moderate, 4 low, 5 information. The other checks give 2 to
 * what an org refuses or what would not work in it, and 3 to what it takes but nobody can have meant.
 */
export type Severity = 1 | 2 | 3 | 4 | 5;
