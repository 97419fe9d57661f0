import { api, LightningElement } from 'lwc';
import allReadable from '@salesforce/label/c.Payments_Setup_Access_AllReadable';
import fields from '@salesforce/label/c.Payments_Setup_Access_Fields';
import hiddenFields from '@salesforce/label/c.Payments_Setup_Access_HiddenFields';
import missing from '@salesforce/label/c.Payments_Setup_Access_Missing';
import missingFields from '@salesforce/label/c.Payments_Setup_Access_MissingFields';
import no from '@salesforce/label/c.Payments_Setup_Access_No';
import none from '@salesforce/label/c.Payments_Setup_Access_None';
import object from '@salesforce/label/c.Payments_Setup_Access_Object';
import readable from '@salesforce/label/c.Payments_Setup_Access_Readable';
import showAll from '@salesforce/label/c.Payments_Setup_Access_ShowAll';
import showProblems from '@salesforce/label/c.Payments_Setup_Access_ShowProblems';
import title from '@salesforce/label/c.Payments_Setup_Access_Title';
import yes from '@salesforce/label/c.Payments_Setup_Access_Yes';
import { formatLabel } from 'c/displayFormat';
import type { ObjectAccess } from 'c/setupFindings';

/** The objects that the console reads, and what of them the user cannot read; at first only where there is something. */
export default class SetupAccessTable extends LightningElement {
    @api access: readonly ObjectAccess[] = [];

    labels = { allReadable, fields, object, readable, title };
    isWhole = false;

    get hasProblems(): boolean {
        return this.access.some(isProblem);
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get rows() {
        return this.access
            .filter((entry) => this.isWhole || isProblem(entry))
            .map((entry) => ({
                objectName: entry.objectName,
                readable: readableText(entry),
                fields: fieldTexts(entry).map((text, key) => ({ key, text }))
            }));
    }

    get toggleText(): string {
        return this.isWhole ? showProblems : showAll;
    }

    get expanded(): string {
        return String(this.isWhole);
    }

    handleToggle(): void {
        this.isWhole = !this.isWhole;
    }
}

function isProblem(entry: ObjectAccess): boolean {
    return !entry.objectReadable || entry.missingFields.length > 0 || entry.hiddenFields.length > 0;
}

function readableText({ objectExists, objectReadable }: ObjectAccess): string {
    if (!objectExists) {
        return missing;
    }
    return objectReadable ? yes : no;
}

function fieldTexts(entry: ObjectAccess): string[] {
    const texts = [
        ...(entry.hiddenFields.length > 0 ? [formatLabel(hiddenFields, entry.hiddenFields.join(', '))] : []),
        ...(entry.missingFields.length > 0 ? [formatLabel(missingFields, entry.missingFields.join(', '))] : [])
    ];
    return texts.length > 0 || !entry.objectReadable ? texts : [none];
}
