import { SalesforceError } from '../../errors.ts';
import type { LocalOrg } from '../../localOrg.ts';

/** What became of one record of several. */
export interface SaveResult {
    readonly id?: string;
    readonly success: boolean;
    readonly created?: boolean;
    readonly errors: readonly SaveError[];
}

export interface SaveError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

/** Undoes the transaction around it. */
class RolledBack extends Error {}

/**
 * Saves several records, each for itself.
 * @param allOrNone if one record cannot be saved, none is: the others say ALL_OR_NONE_OPERATION_ROLLED_BACK.
 * @param save saves one record. It throws a SalesforceError if it cannot.
 */
export function saveEach<Item>(
    org: LocalOrg,
    items: readonly Item[],
    allOrNone: boolean,
    save: (item: Item) => { id: string; created?: boolean }
): SaveResult[] {
    let results: SaveResult[] = [];
    try {
        org.transaction(() => {
            results = items.map((item) => saveOne(() => save(item)));
            if (allOrNone && results.some(({ success }) => !success)) {
                throw new RolledBack();
            }
        });
        return results;
    } catch (error) {
        if (error instanceof RolledBack) {
            return results.map((result) => (result.success ? rolledBack : result));
        }
        throw error;
    }
}

export function toSaveError({ errorCode, message, fields }: SalesforceError): SaveError {
    return { statusCode: errorCode, message, fields };
}

function saveOne(save: () => { id: string; created?: boolean }): SaveResult {
    try {
        return { ...save(), success: true, errors: [] };
    } catch (error) {
        if (error instanceof SalesforceError) {
            return { success: false, errors: [toSaveError(error)] };
        }
        throw error;
    }
}

const rolledBack: SaveResult = {
    success: false,
    errors: [
        {
            statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
            fields: []
        }
    ]
};
