import { api, LightningElement } from 'lwc';
import type { ListedObject } from 'c/paymentRecordList';
import type { LoadedList } from 'c/paymentRecordsElement';
import type { StoredRecord } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';

/** A list and how far its reading is. */
export interface ListSection {
    objectName: ListedObject;
    list: LoadedList<StoredRecord>;
}

/** The lists of authorizations, payments, refunds and gateway logs, one below the other. */
export default class RecordLists extends LightningElement {
    @api sections: readonly ListSection[] = [];
    @api index = new RecordIndex(NO_RECORDS);
    @api settings: EvidenceSettings = NO_SETTINGS;
    /** ISO 4217 code of the amounts; undefined in an org with a single currency. */
    @api currency?: string;
    @api isBusy = false;
    /** Rows that each list shows at first. */
    @api rowCount = 10;
}
