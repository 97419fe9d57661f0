import { api, LightningElement } from 'lwc';
import allKinds from '@salesforce/label/c.Payments_Timeline_AllKinds';
import allStates from '@salesforce/label/c.Payments_Timeline_AllStates';
import count from '@salesforce/label/c.Payments_Timeline_Count';
import empty from '@salesforce/label/c.Payments_Timeline_Empty';
import kindLabel from '@salesforce/label/c.Payments_Timeline_Kind';
import more from '@salesforce/label/c.Payments_Timeline_More';
import noMatch from '@salesforce/label/c.Payments_Timeline_NoMatch';
import stateLabel from '@salesforce/label/c.Payments_Timeline_State';
import title from '@salesforce/label/c.Payments_Timeline_Title';
import unreadLabel from '@salesforce/label/c.Payments_Timeline_Unread';
import readLogNamed from '@salesforce/label/c.Payments_Log_OpenNamed';
import { formatLabel } from 'c/displayFormat';
import { memoizeLast } from 'c/memoizeLast';
import { NO_RECORDS } from 'c/paymentRecord';
import type { RowContext } from 'c/paymentRows';
import type { TimelineEvent, TimelineKind, TimelineState } from 'c/paymentTimeline';
import { filterTimeline, TIMELINE_KINDS, TIMELINE_STATES } from 'c/paymentTimeline';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { NO_SETTINGS } from 'c/stripeEvidence';
import type { EventView } from './timelineEvents';
import { eventView } from './timelineEvents';
import { KIND_NAMES, STATE_NAMES } from './timelineTexts';

/** Events that are shown at first, and that are added on request. */
const PAGE = 20;

/** The events in a payment's life, oldest first. Dispatches `readlog`. */
export default class TimelineView extends LightningElement {
    @api events: readonly TimelineEvent[] = [];
    /** API names of the objects not all of whose records have been read. */
    @api unread: readonly string[] = [];
    @api index = new RecordIndex(NO_RECORDS);
    @api settings: EvidenceSettings = NO_SETTINGS;
    /** ISO 4217 code of the amounts; undefined in an org with a single currency. */
    @api currency?: string;
    @api isBusy = false;

    labels = { empty, kindLabel, more, noMatch, stateLabel, title };
    kind = '';
    state = '';
    shownCount = PAGE;
    /** The position of the first event that the person has just asked for. */
    private firstNew?: number;

    private readonly select = memoizeLast(selectEvents);
    private readonly show = memoizeLast(showEvents);

    get matches(): TimelineEvent[] {
        return this.select(this.events, this.kind, this.state);
    }

    get views(): (EventView & { logButtons: { id: string; label: string }[] })[] {
        const { index, settings, currency } = this;
        return this.show(this.matches, this.shownCount, index, settings, currency);
    }

    get hasEvents(): boolean {
        return this.events.length > 0;
    }

    /** Nothing has happened only where nothing is left to be read. */
    get isEmpty(): boolean {
        return !this.hasEvents && this.unread.length === 0;
    }

    get unreadText(): string {
        return this.unread.length === 0 ? '' : formatLabel(unreadLabel, this.unread.join(', '));
    }

    get hasNoMatch(): boolean {
        return this.hasEvents && this.matches.length === 0;
    }

    get hasMore(): boolean {
        return this.matches.length > this.shownCount;
    }

    get countText(): string {
        return formatLabel(count, Math.min(this.shownCount, this.matches.length), this.events.length);
    }

    /** Only kinds that occur. */
    get kindOptions(): { label: string; value: string }[] {
        const kinds = TIMELINE_KINDS.filter((kind) => this.events.some((event) => event.kind === kind));
        return [{ label: allKinds, value: '' }, ...kinds.map((value) => ({ label: KIND_NAMES[value], value }))];
    }

    get stateOptions(): { label: string; value: string }[] {
        const states = TIMELINE_STATES.filter((state) => this.events.some((event) => event.state === state));
        return [{ label: allStates, value: '' }, ...states.map((value) => ({ label: STATE_NAMES[value], value }))];
    }

    handleKind(event: CustomEvent<{ value: string }>): void {
        this.kind = event.detail.value;
        this.shownCount = PAGE;
    }

    handleState(event: CustomEvent<{ value: string }>): void {
        this.state = event.detail.value;
        this.shownCount = PAGE;
    }

    handleMore(): void {
        this.firstNew = this.shownCount;
        this.shownCount += PAGE;
    }

    /** The button goes away when everything is shown: the focus goes to the first event that has come. */
    override renderedCallback(): void {
        if (this.firstNew !== undefined && !this.hasMore) {
            this.template?.querySelectorAll<HTMLElement>('.event')[this.firstNew]?.focus();
        }
        this.firstNew = undefined;
    }

    handleReadLog(event: Event): void {
        const { logId } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('readlog', { detail: { logId } }));
    }
}

function selectEvents(events: readonly TimelineEvent[], kind: string, state: string): TimelineEvent[] {
    return filterTimeline(events, {
        kinds: kind === '' ? undefined : [kind as TimelineKind],
        states: state === '' ? undefined : [state as TimelineState]
    });
}

function showEvents(
    events: readonly TimelineEvent[],
    shownCount: number,
    index: RecordIndex,
    settings: EvidenceSettings,
    currency?: string
) {
    const context: RowContext = { index, settings, currency };
    return events.slice(0, shownCount).map((event) => {
        const view = eventView(event, context);
        const logButtons = view.logs.map(({ id, number }) => ({ id, label: formatLabel(readLogNamed, number) }));
        return { ...view, logButtons };
    });
}
