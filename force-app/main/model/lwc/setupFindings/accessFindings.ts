import { NEEDED_FIELD_NAMES } from 'c/neededFields';
import type { ObjectAccess } from './facts';
import type { SetupFinding } from './finding';

/** Without these objects there is nothing to show a list of. Without any other, one list or one column is empty. */
const ESSENTIAL_OBJECTS: ReadonlySet<string> = new Set(['OrderPaymentSummary', 'PaymentAuthorization', 'Payment']);

/** What is missing or hidden; else that everything can be read. */
export function accessFindings(access: readonly ObjectAccess[]): SetupFinding[] {
    const problems = access.flatMap(problemsOf);
    return problems.length > 0
        ? problems
        : [
              {
                  kind: 'everythingReadable',
                  objectCount: access.length,
                  fieldCount: NEEDED_FIELD_NAMES.length,
                  severity: 'fine',
                  owner: 'admin'
              }
          ];
}

function problemsOf(access: ObjectAccess): SetupFinding[] {
    const { objectName, objectExists, objectReadable } = access;
    const isPackages = isOfPackage(objectName);
    const severity = ESSENTIAL_OBJECTS.has(objectName) ? 'blocks' : 'limits';
    if (!objectExists) {
        const kind = isPackages ? 'packageObjectMissing' : 'objectMissing';
        return [{ kind, objectName, severity, owner: isPackages ? 'deployer' : 'admin' }];
    }
    const hidden: SetupFinding = {
        kind: isPackages ? 'packageObjectHidden' : 'objectHidden',
        objectName,
        severity,
        owner: 'admin'
    };
    return objectReadable ? fieldProblemsOf(access) : [hidden, ...missingFieldsOf(access)];
}

function fieldProblemsOf(access: ObjectAccess): SetupFinding[] {
    const { objectName, hiddenFields } = access;
    const shared = { objectName, severity: 'limits', owner: 'admin' } as const;
    return [
        ...missingFieldsOf(access),
        ...some(hiddenFields.filter(isOfPackage)).map(
            (fields) => ({ kind: 'packageFieldsHidden', fields, ...shared }) as const
        ),
        ...some(hiddenFields.filter((field) => !isOfPackage(field))).map(
            (fields) => ({ kind: 'fieldsHidden', fields, ...shared }) as const
        )
    ];
}

function missingFieldsOf({ objectName, missingFields }: ObjectAccess): SetupFinding[] {
    const shared = { objectName, severity: 'limits' } as const;
    return [
        ...some(missingFields.filter(isOfPackage)).map(
            (fields) => ({ kind: 'packageFieldsMissing', fields, ...shared, owner: 'deployer' }) as const
        ),
        ...some(missingFields.filter((field) => !isOfPackage(field))).map(
            (fields) => ({ kind: 'fieldsMissing', fields, ...shared, owner: 'admin' }) as const
        )
    ];
}

/** Custom names are this package's: the console reads no other ones. */
function isOfPackage(name: string): boolean {
    return /__(?:c|mdt)$/.test(name);
}

/** One entry, or none where there is nothing in it. */
function some(fields: readonly string[]): (readonly string[])[] {
    return fields.length === 0 ? [] : [fields];
}
