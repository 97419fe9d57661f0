import { api, LightningElement } from 'lwc';
import body from '@salesforce/label/c.Payments_Message_Body';
import collapseAll from '@salesforce/label/c.Payments_Message_CollapseAll';
import copy from '@salesforce/label/c.Payments_Message_Copy';
import empty from '@salesforce/label/c.Payments_Message_Empty';
import expandAll from '@salesforce/label/c.Payments_Message_ExpandAll';
import headers from '@salesforce/label/c.Payments_Message_Headers';
import matches from '@salesforce/label/c.Payments_Message_Matches';
import next from '@salesforce/label/c.Payments_Message_Next';
import noMatch from '@salesforce/label/c.Payments_Message_NoMatch';
import noticeCutOff from '@salesforce/label/c.Payments_Message_NoticeCutOff';
import noticeDeep from '@salesforce/label/c.Payments_Message_NoticeDeep';
import noticeFull from '@salesforce/label/c.Payments_Message_NoticeFull';
import previous from '@salesforce/label/c.Payments_Message_Previous';
import search from '@salesforce/label/c.Payments_Message_Search';
import text from '@salesforce/label/c.Payments_Message_Text';
import tree from '@salesforce/label/c.Payments_Message_Tree';
import view from '@salesforce/label/c.Payments_Message_View';
import copied from '@salesforce/label/c.Payments_Copy_Done';
import noCopy from '@salesforce/label/c.Payments_Log_NoCopy';
import copyFailed from '@salesforce/label/c.Payments_Reference_CopyFailed';
import newTab from '@salesforce/label/c.Payments_Reference_NewTab';
import { copyToClipboard } from 'c/clipboard';
import { concealReasons } from 'c/declineAdvice';
import { formatLabel } from 'c/displayFormat';
import type { GatewayMessage, MessageNotice } from 'c/gatewayMessage';
import { parseGatewayMessage, textOfLines } from 'c/gatewayMessage';
import { memoizeLast } from 'c/memoizeLast';
import type { StripeContext } from 'c/stripeContext';
import type { TextPart } from './highlight';
import { excerpt } from './highlight';
import type { LineView } from './lineViews';
import { LINE_HEIGHT, textLineView, treeLine } from './lineViews';
import type { TextLine } from './textLines';
import { matchingLines, textLines } from './textLines';
import type { TreeEntry } from './treeEntries';
import {
    closedAtFirst,
    expandable,
    haveSameShape,
    matchingEntries,
    openEntries,
    opened,
    treeEntries
} from './treeEntries';

/** Lines drawn above and below those in sight, so that scrolling does not show a gap. */
const MARGIN = 10;

/** Until the height is known: before the first drawing, and where there is no layout. */
const USUAL_HEIGHT = 480;

/**
 * The request or response of a gateway log: as a tree that opens and closes, or as text, with search. Only the lines
 * in sight are drawn. Everything that comes here is redacted already.
 */
export default class MessageView extends LightningElement {
    /** What the message is called: Request or Response. */
    @api name = '';
    /** Account and mode that Stripe ids are linked in. */
    @api context?: StripeContext;
    /** Set where nothing of the message may be passed on. */
    @api isConfidential = false;
    /** While the message is still to come: its tools are drawn already, so that it is on the screen sooner. */
    @api isLoading = false;

    labels = { collapseAll, empty, expandAll, newTab, next, noCopy, previous };
    isText = false;
    /** The person has chosen the text. What has no tree is shown as text anyway. */
    private prefersText = false;
    query = '';
    /** The match that is looked at, from 0. */
    matchNumber = 0;
    status = '';

    private parsed: GatewayMessage = parseGatewayMessage('');
    private entries: TreeEntry[] = [];
    private closed: ReadonlySet<number> = new Set();
    private open: number[] = [];
    private matchLines: number[] = [];
    private active = 0;
    private scrollTop = 0;
    private height = USUAL_HEIGHT;
    private mustScroll = false;
    private readonly linesOf = memoizeLast((message: GatewayMessage) => textLines(message.lines));

    @api
    get message(): GatewayMessage {
        return this.parsed;
    }

    set message(message) {
        const before = this.entries;
        this.parsed = message;
        this.entries = treeEntries(message, { headers, body });
        this.status = '';
        if (!haveSameShape(before, this.entries)) {
            this.closed = closedAtFirst(this.entries);
            this.active = 0;
            this.scrollTo(0);
        }
        this.isText = this.prefersText || !this.hasTree;
        this.open = openEntries(this.entries, this.closed);
        this.findMatches();
    }

    get isEmpty(): boolean {
        return this.parsed.format === 'empty' && !this.isLoading;
    }

    get hasTree(): boolean {
        return this.entries.length > 0;
    }

    get showsViews(): boolean {
        return this.hasTree || this.isLoading;
    }

    get isTree(): boolean {
        return !this.isText;
    }

    get viewLabel(): string {
        return formatLabel(view, this.name);
    }

    get viewOptions(): { label: string; value: string }[] {
        return [
            { label: tree, value: 'tree' },
            { label: text, value: 'text' }
        ];
    }

    get viewValue(): string {
        return this.prefersText ? 'text' : 'tree';
    }

    get searchLabel(): string {
        return formatLabel(search, this.name);
    }

    get copyLabel(): string {
        return formatLabel(copy, this.name);
    }

    get mayCopy(): boolean {
        return !this.isConfidential;
    }

    get hasMatches(): boolean {
        return this.matchLines.length > 0;
    }

    get hasNoMatches(): boolean {
        return !this.hasMatches;
    }

    get matchText(): string {
        if (this.query === '') {
            return '';
        }
        return this.hasMatches ? formatLabel(matches, this.matchNumber + 1, this.matchLines.length) : noMatch;
    }

    get notices(): { key: number; text: string }[] {
        return this.parsed.notices.map((notice, key) => ({ key, text: noticeText(notice) }));
    }

    /** The start of a request of HTTP may be as long as the body. */
    get prefixParts(): TextPart[] {
        return this.isTree ? excerpt(this.parsed.prefix ?? '', '') : [];
    }

    get hasPrefix(): boolean {
        return this.prefixParts.length > 0;
    }

    /** Only made where the text is looked at. */
    private get lines(): TextLine[] {
        return this.linesOf(this.parsed);
    }

    get count(): number {
        return this.isText ? this.lines.length : this.open.length;
    }

    get spacerStyle(): string {
        return `height:${this.count * LINE_HEIGHT}px`;
    }

    /** Of the entry that the keyboard is at, as long as it is drawn. */
    get activeId(): string | undefined {
        const { first, last } = this.drawnRange;
        const line = this.open.indexOf(this.active);
        return line >= first && line < last ? `line-${this.active}` : undefined;
    }

    /** The lines in sight, and some around them. Where there are fewer than before, the browser has yet to scroll. */
    private get drawnRange(): { first: number; last: number } {
        const top = Math.max(0, Math.min(this.scrollTop, this.count * LINE_HEIGHT - this.height));
        return {
            first: Math.max(0, Math.floor(top / LINE_HEIGHT) - MARGIN),
            last: Math.min(this.count, Math.ceil((top + this.height) / LINE_HEIGHT) + MARGIN)
        };
    }

    get drawnLines(): (LineView & { id: string })[] {
        const { first, last } = this.drawnRange;
        const drawn = this.isText ? this.textViews(first, last) : this.treeViews(first, last);
        return drawn.map((line) => ({ ...line, id: `line-${line.index}` }));
    }

    private textViews(first: number, last: number): LineView[] {
        const { query, currentMatch } = this;
        return this.lines
            .slice(first, last)
            .map((line, place) => textLineView(line, first + place, { query, current: currentMatch }));
    }

    private treeViews(first: number, last: number): LineView[] {
        const { query, currentMatch, closed, active, context } = this;
        const options = { query, current: currentMatch, closed, active, context };
        return this.open
            .slice(first, last)
            .map((index, place) => {
                const entry = this.entries[index];
                return entry && treeLine(entry, index, first + place, options);
            })
            .filter((line) => line !== undefined);
    }

    /** The line, or the entry, of the match that is looked at; -1 where nothing matches. */
    private get currentMatch(): number {
        return this.matchLines[this.matchNumber] ?? -1;
    }

    handleView(event: CustomEvent<{ value: string }>): void {
        this.prefersText = event.detail.value === 'text';
        this.isText = this.prefersText || !this.hasTree;
        // The two views are elements of their own: the other one stands at its start.
        this.scrollTop = 0;
        this.matchNumber = 0;
        this.findMatches();
        this.showMatch();
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.query = event.detail.value.trim();
        this.status = '';
        this.matchNumber = 0;
        this.findMatches();
        this.showMatch();
    }

    /** Enter goes to the next match, and with Shift to the one before. */
    handleSearchKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            this.goToMatch(event.shiftKey ? -1 : 1);
        }
    }

    handlePrevious(): void {
        this.goToMatch(-1);
    }

    handleNext(): void {
        this.goToMatch(1);
    }

    handleExpandAll(): void {
        this.setClosed(new Set());
        this.scrollToLine(this.open.indexOf(this.active));
    }

    handleCollapseAll(): void {
        this.setClosed(expandable(this.entries));
        this.activate(0);
    }

    /** The reason of a decline may also stand where it makes no failure: in a text, or in what another log says. */
    async handleCopy(): Promise<void> {
        // Said anew where it is the same again.
        this.status = '';
        const isCopied = await copyToClipboard(concealReasons(textOfLines(this.parsed.lines)));
        this.status = isCopied ? copied : copyFailed;
    }

    handleScroll(event: Event): void {
        const { scrollTop, clientHeight } = event.currentTarget as HTMLElement;
        this.scrollTop = scrollTop;
        this.height = clientHeight || USUAL_HEIGHT;
    }

    handleLineClick(event: MouseEvent): void {
        const index = Number((event.currentTarget as HTMLElement).dataset.index);
        this.active = index;
        if ((event.target as HTMLElement).closest('a') === null) {
            this.toggle(index);
        }
    }

    /** The keys of a tree (WAI-ARIA Authoring Practices). With a modifier they are the browser's: Alt and ← goes back. */
    handleKey(event: KeyboardEvent): void {
        const entry = this.entries[this.active];
        if (!entry || event.altKey || event.ctrlKey || event.metaKey) {
            return;
        }
        const line = this.open.indexOf(this.active);
        const isOpen = entry.node.children.length > 0 && !this.closed.has(this.active);
        const actions: Record<string, () => void> = {
            ArrowDown: () => this.activate(line + 1),
            ArrowUp: () => this.activate(line - 1),
            Home: () => this.activate(0),
            End: () => this.activate(this.open.length - 1),
            ArrowRight: () => (isOpen ? this.activate(line + 1) : this.setExpanded(true)),
            ArrowLeft: () => (isOpen ? this.setExpanded(false) : this.activate(this.open.indexOf(entry.parent))),
            Enter: () => this.openActive(),
            ' ': () => this.toggle(this.active)
        };
        const action = actions[event.key];
        if (action) {
            event.preventDefault();
            action();
        }
    }

    /** Follows the link of the line that the keyboard is at; where it has none, opens or closes it. */
    private openActive(): void {
        const link = this.template?.querySelector<HTMLElement>(`[data-index="${this.active}"] a`);
        if (link) {
            link.click();
        } else {
            this.toggle(this.active);
        }
    }

    private activate(line: number): void {
        const index = this.open[line];
        if (index !== undefined) {
            this.active = index;
            this.scrollToLine(line);
        }
    }

    private toggle(index: number): void {
        if (this.isTree && this.entries[index]?.node.children.length) {
            const closed = new Set(this.closed);
            if (!closed.delete(index)) {
                closed.add(index);
            }
            this.setClosed(closed);
        }
    }

    private setExpanded(isExpanded: boolean): void {
        if (this.closed.has(this.active) === isExpanded) {
            this.toggle(this.active);
        }
    }

    private setClosed(closed: ReadonlySet<number>): void {
        this.closed = closed;
        this.open = openEntries(this.entries, closed);
    }

    /** Looks through everything, also what is closed or not in sight. */
    private findMatches(): void {
        if (this.query === '') {
            this.matchLines = [];
        } else if (this.isText) {
            this.matchLines = matchingLines(this.lines, this.query);
        } else {
            this.matchLines = matchingEntries(this.entries, this.query);
        }
        this.matchNumber = Math.max(0, Math.min(this.matchNumber, this.matchLines.length - 1));
    }

    private goToMatch(step: number): void {
        if (this.hasMatches) {
            this.matchNumber = (this.matchNumber + step + this.matchLines.length) % this.matchLines.length;
            this.showMatch();
        }
    }

    private showMatch(): void {
        const match = this.matchLines[this.matchNumber];
        if (match === undefined) {
            return;
        }
        if (this.isText) {
            this.scrollToLine(match);
            return;
        }
        this.setClosed(opened(this.entries, this.closed, match));
        this.active = match;
        this.scrollToLine(this.open.indexOf(match));
    }

    /** Brings a line into sight, with some lines around it, unless it is there already. */
    private scrollToLine(line: number): void {
        const top = line * LINE_HEIGHT;
        if (top < this.scrollTop || top + LINE_HEIGHT > this.scrollTop + this.height) {
            this.scrollTo(Math.max(0, top - this.height / 3));
        }
    }

    private scrollTo(top: number): void {
        if (top !== this.scrollTop) {
            this.scrollTop = top;
            this.mustScroll = true;
        }
    }

    /** Scrolls once the lines have their new height: before, the browser would go no further than the old one. */
    override renderedCallback(): void {
        const scroller = this.template?.querySelector<HTMLElement>('.lines');
        if (this.mustScroll && scroller) {
            this.mustScroll = false;
            scroller.scrollTop = this.scrollTop;
        }
    }
}

function noticeText(notice: MessageNotice): string {
    switch (notice.kind) {
        case 'cutOff':
            return formatLabel(noticeCutOff, notice.at);
        case 'asLongAsTheField':
            return noticeFull;
        case 'deep':
            return formatLabel(noticeDeep, notice.depth);
    }
}
