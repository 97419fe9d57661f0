import { api, LightningElement } from 'lwc';
import balanceTransaction from '@salesforce/label/c.Payments_Setup_Case_balanceTransaction';
import charge from '@salesforce/label/c.Payments_Setup_Case_charge';
import noReference from '@salesforce/label/c.Payments_Setup_Case_noReference';
import orderNumber from '@salesforce/label/c.Payments_Setup_Case_orderNumber';
import paymentIntent from '@salesforce/label/c.Payments_Setup_Case_paymentIntent';
import refund from '@salesforce/label/c.Payments_Setup_Case_refund';
import salesforceNumber from '@salesforce/label/c.Payments_Setup_Case_salesforceNumber';
import help from '@salesforce/label/c.Payments_Setup_Samples_Help';
import kind from '@salesforce/label/c.Payments_Setup_Samples_Kind';
import none from '@salesforce/label/c.Payments_Setup_Samples_None';
import record from '@salesforce/label/c.Payments_Setup_Samples_Record';
import reference from '@salesforce/label/c.Payments_Setup_Samples_Reference';
import title from '@salesforce/label/c.Payments_Setup_Samples_Title';
import type { ReferenceView } from 'c/paymentRows';
import { columnsOf, shownNumber, toRow } from 'c/paymentRows';
import type { JudgedLink, LinkCase } from 'c/setupLinks';
import { linkSamples } from 'c/setupLinks';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';

const CASE_NAMES: Readonly<Record<LinkCase, string>> = {
    paymentIntent,
    charge,
    refund,
    balanceTransaction,
    salesforceNumber,
    orderNumber,
    noReference
};

/** In characters: a longer number may break anywhere, so that it does not make the page wide. */
const USUAL_LENGTH = 40;

/** For each kind of reference a record that has one, with its link, so that an admin can try it. */
export default class SetupLinkSamples extends LightningElement {
    @api links: readonly JudgedLink[] = [];
    @api settings: EvidenceSettings = NO_SETTINGS;

    labels = { help, kind, none, record, reference, title };

    get rows() {
        return linkSamples(this.links).map(({ linkCase, link }) => ({
            linkCase,
            name: CASE_NAMES[linkCase],
            ...(link && this.rowOf(link))
        }));
    }

    private rowOf({ payment, index }: JudgedLink) {
        const { objectName, record: found } = payment;
        const label = shownNumber(payment);
        return {
            record: { recordId: found.Id, objectName },
            label,
            labelClass: label.length > USUAL_LENGTH ? 'slds-cell-wrap link' : undefined,
            reference: this.referenceOf({ payment, index })
        };
    }

    private referenceOf({ payment, index }: Pick<JudgedLink, 'payment' | 'index'>): ReferenceView | undefined {
        const columns = columnsOf(payment.objectName).filter(({ key }) => key === 'reference');
        return toRow(payment, columns, { index, settings: this.settings }).cells.reference?.reference;
    }
}
