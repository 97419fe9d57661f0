import { fileURLToPath } from 'node:url';
import { readCustomLabels } from '../local-org/build/customLabels.ts';

const SETUP = fileURLToPath(new URL('../../force-app/main/setup', import.meta.url));

const { texts, files } = readCustomLabels(SETUP);

/**
 * The text of a custom label of the package, in English.
 * @param value what to put into the place {0}
 * @throws Error for a label that there is not
 */
export function label(name: string, value?: string): string {
    const text = texts.get(name);
    if (text === undefined) {
        throw new Error(`There is no custom label ${name} in ${files.join(', ')}. Add it there.`);
    }
    return value === undefined ? text : text.replace('{0}', () => value);
}
