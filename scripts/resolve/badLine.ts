/**
 * A line or row that cannot be answered.
 *
 * Never holds any of the line's content, because that may be a secret.
 */
export class BadLine extends Error {
    /**
     * @param what continues the sentence "Line 3 …", without its full stop
     * @param advice what to do, as a sentence
     */
    constructor(what: string, advice: string) {
        super(`${what}. ${advice}`);
    }
}
