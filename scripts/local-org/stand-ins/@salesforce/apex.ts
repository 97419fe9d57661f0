import { unwrap } from 'lwc';
import { refresh } from '../apexCache.ts';

/** Fetches again what an Apex wire received. Resolves when every wire of that result has the new one. */
export function refreshApex(wiredValue: unknown): Promise<void> {
    // A component may hold the value in a reactive wrapper of LWC.
    return refresh(unwrap(wiredValue));
}
