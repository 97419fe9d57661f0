import { api, LightningElement } from 'lwc';
import count from '@salesforce/label/c.Payments_Setup_Unknown_Count';
import examples from '@salesforce/label/c.Payments_Setup_Unknown_Examples';
import none from '@salesforce/label/c.Payments_Setup_Unknown_None';
import { formatLabel } from 'c/displayFormat';
import { shownNumber } from 'c/paymentRows';
import type { JudgedLink } from 'c/setupLinks';
import { JUDGED_OBJECTS, linksOfUnknownMode } from 'c/setupLinks';

/** Links to records that are given for each object. */
const MAXIMUM_EXAMPLES = 5;

/** How many links of each object would be of unknown mode, with the newest of them. */
export default class SetupUnknownLinks extends LightningElement {
    @api links: readonly JudgedLink[] = [];

    labels = { examples };

    get hasUnknown(): boolean {
        return this.objects.length > 0;
    }

    get noneText(): string {
        return formatLabel(none, this.links.length);
    }

    get objects() {
        return JUDGED_OBJECTS.map((objectName) => {
            const ofObject = this.links.filter(({ payment }) => payment.objectName === objectName);
            const unknown = linksOfUnknownMode(ofObject);
            return {
                objectName,
                count: unknown.length,
                text: formatLabel(count, objectName, unknown.length, ofObject.length),
                examples: unknown.slice(0, MAXIMUM_EXAMPLES).map(({ payment }) => ({
                    record: { recordId: payment.record.Id, objectName },
                    label: shownNumber(payment)
                }))
            };
        }).filter((object) => object.count > 0);
    }
}
