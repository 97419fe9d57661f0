import { OrgError } from '../../org/orgError.ts';
import type { FieldValues, OrgRecord, SeedOrg } from './seedOrg.ts';

/** A record that is there now, and whether this run made it: what is new has no children yet. */
export interface MadeRecord {
    id: string;
    isNew: boolean;
}

export interface Identity {
    /** Where to look. */
    where: Readonly<Record<string, string>>;
    /** Fields to read, to tell this record from its siblings; not every field can stand in a WHERE. */
    fields?: readonly string[];
    isSame?(record: OrgRecord): boolean;
    /** False where the parent is new, and nothing can be there. */
    mayExist: boolean;
}

/** Makes records that are not there yet, and counts. */
export class RecordMaker {
    readonly org: SeedOrg;
    readonly made: Record<string, number> = {};
    readonly found: Record<string, number> = {};

    constructor(org: SeedOrg) {
        this.org = org;
    }

    async findOrMake(objectName: string, identity: Identity, values: FieldValues): Promise<MadeRecord> {
        const existing = identity.mayExist ? await this.find(objectName, identity) : undefined;
        if (existing) {
            checkReference(objectName, existing, values);
            this.found[objectName] = (this.found[objectName] ?? 0) + 1;
            return { id: existing.Id, isNew: false };
        }
        const id = await this.org.create(objectName, values);
        this.made[objectName] = (this.made[objectName] ?? 0) + 1;
        return { id, isNew: true };
    }

    private async find(objectName: string, identity: Identity): Promise<OrgRecord | undefined> {
        const { fields = [], isSame = () => true, where } = identity;
        const records = await this.org.find(objectName, [...fields, ...referenceField(objectName)], { equal: where });
        return records.find(isSame);
    }
}

const WITH_REFERENCE = ['PaymentAuthorization', 'Payment', 'Refund', 'PaymentAuthAdjustment'];

function referenceField(objectName: string): string[] {
    return WITH_REFERENCE.includes(objectName) ? ['GatewayRefNumber'] : [];
}

/** The org may remember a run against another Stripe account. */
function checkReference(objectName: string, existing: OrgRecord, values: FieldValues): void {
    const reference = values['GatewayRefNumber'];
    if (WITH_REFERENCE.includes(objectName) && reference !== undefined && existing['GatewayRefNumber'] !== reference) {
        throw new OrgError(
            `The org has ${objectName} ${existing.Id} of this order with the reference ${String(existing['GatewayRefNumber'])}, ` +
                `but Stripe made ${String(reference)}: the run was made against another Stripe account, or part of it was ` +
                'deleted. Run it with --clean first, or take another --name.'
        );
    }
}
