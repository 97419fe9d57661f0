import { validateComponents } from '../../../validate/validateComponents.ts';
import type { CheckAnswer } from './checkComponents.ts';

/** The program that checks an unpacked deploy. Arguments: its folder, and the project folder of what the org has. */
const [, , folder = '', orgSource = ''] = process.argv;

process.send?.(await check(), undefined, undefined, () => process.disconnect());

async function check(): Promise<CheckAnswer> {
    try {
        return { findings: await validateComponents(folder, { orgSource }) };
    } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
    }
}
