import authorizationKind from '@salesforce/label/c.Payments_Timeline_Kind_authorization';
import reversalKind from '@salesforce/label/c.Payments_Timeline_Kind_reversal';
import captureKind from '@salesforce/label/c.Payments_Timeline_Kind_capture';
import saleKind from '@salesforce/label/c.Payments_Timeline_Kind_sale';
import paymentKind from '@salesforce/label/c.Payments_Timeline_Kind_payment';
import refundKind from '@salesforce/label/c.Payments_Timeline_Kind_refund';
import logKind from '@salesforce/label/c.Payments_Timeline_Kind_log';
import done from '@salesforce/label/c.Payments_Timeline_State_done';
import unconfirmed from '@salesforce/label/c.Payments_Timeline_State_unconfirmed';
import contradicted from '@salesforce/label/c.Payments_Timeline_State_contradicted';
import expired from '@salesforce/label/c.Payments_Timeline_State_expired';
import pending from '@salesforce/label/c.Payments_Timeline_State_pending';
import failed from '@salesforce/label/c.Payments_Timeline_State_failed';
import canceled from '@salesforce/label/c.Payments_Timeline_State_canceled';
import draft from '@salesforce/label/c.Payments_Timeline_State_draft';
import nothing from '@salesforce/label/c.Payments_Timeline_State_nothing';
import unknown from '@salesforce/label/c.Payments_Timeline_State_unknown';
import type { StatusTone } from 'c/paymentRows';
import type { TimelineKind, TimelineState } from 'c/paymentTimeline';

export const KIND_NAMES: Readonly<Record<TimelineKind, string>> = {
    authorization: authorizationKind,
    reversal: reversalKind,
    capture: captureKind,
    sale: saleKind,
    payment: paymentKind,
    refund: refundKind,
    log: logKind
};

export const STATE_NAMES: Readonly<Record<TimelineState, string>> = {
    done,
    unconfirmed,
    contradicted,
    expired,
    pending,
    failed,
    canceled,
    draft,
    nothing,
    unknown
};

/** Only what is done looks done. */
export const STATE_TONES: Readonly<Record<TimelineState, StatusTone>> = {
    done: 'success',
    unconfirmed: 'warning',
    contradicted: 'error',
    expired: 'warning',
    pending: 'warning',
    failed: 'error',
    canceled: 'neutral',
    draft: 'neutral',
    nothing: 'neutral',
    unknown: 'neutral'
};

/** States in which the amount has not moved, or is no longer held: it is struck through. */
export const VOID_STATES: ReadonlySet<TimelineState> = new Set(['failed', 'canceled', 'expired']);

export const KIND_ICONS: Readonly<Record<TimelineKind, string>> = {
    authorization: 'standard:approval',
    reversal: 'standard:recent',
    capture: 'standard:partner_fund_allocation',
    sale: 'standard:partner_fund_allocation',
    payment: 'standard:partner_fund_allocation',
    refund: 'standard:return_order',
    log: 'standard:logging'
};
