/** The lowest version that package.json's `engines` asks for. */
const LOWEST = [20, 19];

/**
 * @param {string} version such as `20.19.5`
 * @returns {string | undefined} one line that says what to do, or undefined if the version will do
 */
export function nodeVersionProblem(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const [lowestMajor, lowestMinor] = LOWEST;
    if (major > lowestMajor || (major === lowestMajor && minor >= lowestMinor)) {
        return undefined;
    }
    return `Node ${LOWEST.join('.')} or newer is needed; this is Node ${version}. Get it from https://nodejs.org.`;
}
