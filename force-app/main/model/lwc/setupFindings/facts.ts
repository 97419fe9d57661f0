import type { GatewaySetting, StoredRecord } from 'c/paymentRecord';
import type { JudgedLink } from 'c/setupLinks';

/** PaymentAccessReader.ObjectAccess: what the running user can read of one object. Field names are without the object. */
export interface ObjectAccess {
    objectName: string;
    objectExists: boolean;
    objectReadable: boolean;
    missingFields: readonly string[];
    hiddenFields: readonly string[];
}

export interface PaymentGateway extends StoredRecord {
    PaymentGatewayName?: string;
}

/** What the set-up is judged by. What is undefined could not be read, and is then not judged. */
export interface SetupFacts {
    access?: readonly ObjectAccess[];
    gateways?: readonly PaymentGateway[];
    settings?: readonly GatewaySetting[];
    /** Whether the org is a sandbox or scratch org. */
    isSandbox?: boolean;
    /** The links of the newest records, what judgeLinks gives. */
    links?: readonly JudgedLink[];
    /** Whether the user may show personal data in gateway logs. */
    mayReveal: boolean;
}
