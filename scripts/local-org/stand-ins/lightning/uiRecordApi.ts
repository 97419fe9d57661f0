/** Told to the page when records have changed: it fetches its fields and related lists again. */
export const RECORDS_CHANGED_EVENT_NAME = 'local__recordschanged';

/** A field as `@salesforce/schema` describes it, or `Object.Field`. */
export type FieldReference = string | { objectApiName: string; fieldApiName: string };

/** A record in the shape of the User Interface API. The local org has no display values. */
export interface UiRecord {
    apiName: string;
    id: string;
    fields: Record<string, { value: unknown; displayValue: null }>;
}

interface RecordRequest {
    recordId?: string;
    fields?: FieldReference | FieldReference[];
    optionalFields?: FieldReference | FieldReference[];
}

type Provision = (value: { data: UiRecord | undefined; error: unknown }) => void;

/** Wire adapter: fields of one record. Fields of parent records and layouts are errors: the local org has neither here. */
export class getRecord {
    private readonly provision: Provision;
    private request: RecordRequest | undefined;
    private connected = false;
    private readonly fetchAgain = () => void this.fetchRecord();

    constructor(provision: Provision) {
        this.provision = provision;
        provision({ data: undefined, error: undefined });
    }

    connect(): void {
        this.connected = true;
        window.addEventListener(RECORDS_CHANGED_EVENT_NAME, this.fetchAgain);
        this.fetchAgain();
    }

    update(request: RecordRequest): void {
        this.request = request;
        this.fetchAgain();
    }

    disconnect(): void {
        this.connected = false;
        window.removeEventListener(RECORDS_CHANGED_EVENT_NAME, this.fetchAgain);
    }

    private async fetchRecord(): Promise<void> {
        const { request } = this;
        if (!this.connected || !request?.recordId) {
            return;
        }
        const names = [request.fields ?? [], request.optionalFields ?? []].flat().map(fieldName);
        const query = new URLSearchParams({ id: request.recordId, fields: names.join(',') });
        const response = await fetch(`/local/record?${query}`);
        const body: unknown = await response.json();
        if (this.connected && request === this.request) {
            const { ok, status, statusText } = response;
            const error = { ok, status, statusText, body };
            this.provision(ok ? { data: body as UiRecord, error: undefined } : { data: undefined, error });
        }
    }
}

/** The value of a field in a record from `getRecord`; undefined where the record does not hold the field. */
export function getFieldValue(record: UiRecord | undefined, field: FieldReference): unknown {
    return record?.fields[fieldName(field).split('.')[1] ?? '']?.value;
}

/** Says that records were changed on the server. The page and `getRecord` fetch them anew. */
export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void> {
    window.dispatchEvent(new CustomEvent(RECORDS_CHANGED_EVENT_NAME, { detail: records }));
    return Promise.resolve();
}

function fieldName(field: FieldReference): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}
