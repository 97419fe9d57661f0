import byExternal from '@salesforce/label/c.Payments_Timeline_ByExternal';
import bySalesforce from '@salesforce/label/c.Payments_Timeline_BySalesforce';
import expiredAgo from '@salesforce/label/c.Payments_Timeline_ExpiredAgo';
import expiresIn from '@salesforce/label/c.Payments_Timeline_ExpiresIn';
import gateway from '@salesforce/label/c.Payments_Timeline_Gateway';
import someAmount from '@salesforce/label/c.Payments_Timeline_SomeAmount';
import storedDate from '@salesforce/label/c.Payments_Timeline_Stored';
import tied from '@salesforce/label/c.Payments_Timeline_Tied';
import undated from '@salesforce/label/c.Payments_Timeline_Undated';
import { formatAmount, formatDateTime, formatLabel, formatTimeFromNow, shownText } from 'c/displayFormat';
import type { FailureInWords } from 'c/adviceText';
import type { PaymentGatewayLog, PaymentRecord } from 'c/paymentRecord';
import type { ReferenceView, RowContext } from 'c/paymentRows';
import { badgeClass, columnsOf, shownNumber, toRow } from 'c/paymentRows';
import type { AuthorizationExpiry, TimelineEvent } from 'c/paymentTimeline';
import { KIND_ICONS, KIND_NAMES, STATE_NAMES, STATE_TONES, VOID_STATES } from './timelineTexts';

/** An event as it is shown. */
export interface EventView {
    id: string;
    icon: string;
    kind: string;
    number: string;
    amount?: string;
    amountClass: string;
    state: string;
    stateClass: string;
    date?: string;
    /** Who did it and what the gateway answered. */
    circumstances: string;
    notes: { key: number; text: string }[];
    failure?: FailureInWords;
    reference?: ReferenceView;
    record: { recordId: string; objectName: string; href: string };
    logs: { id: string; number: string }[];
}

/** An event with the words and links of its record. */
export function eventView(event: TimelineEvent, context: RowContext): EventView {
    const { payment, kind, state } = event;
    const { cells } = toRow(payment, columnsOf(payment.objectName), context);
    return {
        id: event.id,
        icon: KIND_ICONS[kind],
        kind: KIND_NAMES[kind],
        number: shownNumber(payment),
        amount: event.amount === undefined ? undefined : formatAmount(event.amount, context.currency),
        amountClass: VOID_STATES.has(state) ? 'amount void' : 'amount',
        state: STATE_NAMES[state],
        stateClass: badgeClass(STATE_TONES[state]),
        date: event.at && formatDateTime(event.at),
        circumstances: circumstancesOf(event),
        notes: notesOf(event, context.currency).map((text, key) => ({ key, text })),
        failure: cells.result?.failure,
        reference: cells.reference?.reference,
        record: recordLink(payment),
        logs: event.attempts.flatMap(({ logs }) => logs.map(logView))
    };
}

function circumstancesOf({ actor, result }: TimelineEvent): string {
    const by = actor && (actor === 'External' ? byExternal : bySalesforce);
    const codes = [result.sfResultCode, result.gatewayResultCode].map((code = '') => shownText(code));
    const given = codes.filter(Boolean).join(', ');
    return [by, given && formatLabel(gateway, given)].filter(Boolean).join(' · ');
}

function notesOf({ order, dateSource, expiry }: TimelineEvent, currency?: string): string[] {
    return [
        ...(expiry ? [expiryText(expiry, currency)] : []),
        ...(order === 'undated' ? [undated] : []),
        ...(order === 'tied' ? [tied] : []),
        ...(dateSource === 'CreatedDate' || dateSource === 'Date' ? [storedDate] : [])
    ];
}

function expiryText({ at, millisecondsLeft, hasPassed, balance }: AuthorizationExpiry, currency?: string): string {
    const left = balance ? formatAmount(balance.amount, currency) : someAmount;
    return formatLabel(
        hasPassed ? expiredAgo : expiresIn,
        formatTimeFromNow(millisecondsLeft),
        formatDateTime(at),
        left
    );
}

function recordLink({ objectName, record }: PaymentRecord): EventView['record'] {
    return { recordId: record.Id, objectName, href: `/lightning/r/${objectName}/${record.Id}/view` };
}

function logView(record: PaymentGatewayLog): { id: string; number: string } {
    return { id: record.Id, number: shownNumber({ objectName: 'PaymentGatewayLog', record }) };
}
