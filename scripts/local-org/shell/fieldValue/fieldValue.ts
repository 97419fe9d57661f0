import { api, LightningElement } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import type { FieldKind, FieldValue as Model } from '../../pages/pageModel.ts';

/** One value, drawn by the base component for its kind. Nothing where the field is empty. */
export default class FieldValue extends LightningElement {
    @api field?: Model;

    timeZone = timeZone;

    get isText() {
        return this.is('text') || (this.is('record') && !this.field?.address);
    }

    get isLongText() {
        return this.is('longText');
    }

    get isNumber() {
        return this.is('number');
    }

    get isPercent() {
        return this.is('percent');
    }

    get isCurrency() {
        return this.is('currency');
    }

    get isDate() {
        return this.is('date');
    }

    get isDateTime() {
        return this.is('dateTime');
    }

    get isBoolean() {
        return this.is('boolean');
    }

    get isEmail() {
        return this.is('email');
    }

    get isPhone() {
        return this.is('phone');
    }

    get isUrl() {
        return this.is('url');
    }

    get isLink() {
        return this.is('record') && Boolean(this.field?.address);
    }

    get isWithheld() {
        return this.is('withheld');
    }

    private is(kind: FieldKind) {
        return this.field?.value !== undefined && this.field.kind === kind;
    }
}
