import fs from 'node:fs';
import path from 'node:path';
import { startStripeStandIn, type StripeStandIn } from './startStripeStandIn.ts';

/** In the working directory: what `--stand-in` of `npm run seed` made, and `--stand-in` of `npm run verify` finds. */
const STATE_FILE = path.join('.seed', 'stand-in.jsonl');

/** Starts the stand-in of the option `--stand-in`. The caller closes it. */
export function startStandInOfOption(): Promise<StripeStandIn> {
    const stateFile = path.resolve(STATE_FILE);
    fs.mkdirSync(path.dirname(stateFile), { recursive: true });
    return startStripeStandIn({ stateFile });
}
