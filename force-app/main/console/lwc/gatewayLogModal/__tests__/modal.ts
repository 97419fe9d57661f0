import { createElement } from 'lwc';
import getGatewayLogBody from '@salesforce/apex/OrderPaymentReader.getGatewayLogBody';
import GatewayLogModal from 'c/gatewayLogModal';
import type { GatewayLogBody, PaymentGatewayLog, PaymentRecords } from 'c/paymentRecord';
import { NO_RECORDS } from 'c/paymentRecord';
import { attemptsByLog } from 'c/paymentRows';
import { RecordIndex } from 'c/paymentTrace';
import { NO_SETTINGS } from 'c/stripeEvidence';

type Answer = ReadableRecords<GatewayLogBody>;
const read = getGatewayLogBody as unknown as jest.Mock<Promise<Answer>, [{ gatewayLogId: string }]>;

export const writeText = jest.fn((_text: string) => Promise.resolve());

/** Puts a clipboard there, which jsdom does not have. */
export function provideClipboard(): void {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

/** A log of a capture of P-0001. */
export const LOG: PaymentGatewayLog = {
    Id: 'l1',
    PaymentGatewayLogNumber: 'PGL-0001',
    InteractionType: 'Capture',
    InteractionStatus: 'Success',
    ReferencedEntityId: 'p1',
    SfRefNumber: 'idempotency-1',
    GatewayRefNumber: 'ch_3MmlLrLkdIwHu7ix0snN0B15',
    GatewayDate: '2026-01-01T03:00:00.000Z',
    CreatedDate: '2026-01-01T03:00:01.000Z'
};

const PAYMENT = { Id: 'p1', PaymentNumber: 'P-0001', Amount: 10.99, Status: 'Processed' };
const SUMMARY = { Id: '0bM000000000001', OrderSummary: { OrderNumber: '00000102' } };

const readable = (body: GatewayLogBody, hiddenFields: string[] = []): Answer => ({
    objectReadable: true,
    records: [body],
    hiddenFields
});

/** What the next call to read a body answers. */
export function answerOnce(body: Partial<GatewayLogBody>, hiddenFields: string[] = []): void {
    read.mockResolvedValueOnce(readable({ Id: 'l1', ...body }, hiddenFields));
}

export function answerOnceWith(answer: Answer): void {
    read.mockResolvedValueOnce(answer);
}

export function failOnce(error: unknown): void {
    read.mockRejectedValueOnce(error);
}

/** The next call answers when the returned function is called. */
export function answerLater(): (body: Partial<GatewayLogBody>) => void {
    let answer: (result: Answer) => void = () => undefined;
    read.mockReturnValueOnce(new Promise<Answer>((resolve) => (answer = resolve)));
    return (body) => answer(readable({ Id: 'l1', ...body }));
}

export const askedFor = (): string[] => read.mock.calls.map(([{ gatewayLogId }]) => gatewayLogId);

/** The window of the first of these logs, on the page. */
export function open(
    logs: PaymentGatewayLog[] = [LOG],
    records: Partial<PaymentRecords> = {},
    properties: object = {}
) {
    const index = new RecordIndex({ ...NO_RECORDS, summary: SUMMARY, payments: [PAYMENT], logs, ...records });
    const element = createElement('c-gateway-log-modal', { is: GatewayLogModal }) as unknown as HTMLElement;
    Object.assign(element, {
        logId: logs[0]?.Id,
        index,
        settings: { ...NO_SETTINGS, isSandbox: true },
        attempts: attemptsByLog(logs),
        addressOf: (id: string) => Promise.resolve(`https://example.my.salesforce.com/page?c__log=${id}`),
        ...properties
    });
    document.body.appendChild(element);
    return element;
}

/** Waits until everything that was answered is drawn. */
export const drawn = (): Promise<void> => new Promise(process.nextTick);

/** The window of a log with these bodies, once they are drawn. */
export async function openWith(body: Partial<GatewayLogBody>, ...rest: Parameters<typeof open>): Promise<HTMLElement> {
    answerOnce(body);
    const modal = open(...rest);
    await drawn();
    return modal;
}

export function find<Found extends HTMLElement>(modal: HTMLElement, selector: string): Found {
    const found = modal.shadowRoot?.querySelector<Found>(selector);
    if (!found) {
        throw new Error(`Nothing matches ${selector}.`);
    }
    return found;
}

export const has = (modal: HTMLElement, selector: string): boolean =>
    modal.shadowRoot?.querySelector(selector) !== null;

export async function press(modal: HTMLElement, selector: string): Promise<void> {
    find(modal, selector).dispatchEvent(new CustomEvent('click'));
    await drawn();
}

/** Goes to the tab of the request, which is drawn when it is asked for. */
export async function openRequest(modal: HTMLElement): Promise<void> {
    find(modal, 'lightning-tab.request').dispatchEvent(new CustomEvent('active'));
    await drawn();
}

/** The lines of the request or response that are drawn. */
export function linesOf(modal: HTMLElement, name: 'Request' | 'Response'): string[] {
    const views = [...(modal.shadowRoot?.querySelectorAll<HTMLElement & { name: string }>('c-message-view') ?? [])];
    const view = views.find((one) => one.name === name);
    return [...(view?.shadowRoot?.querySelectorAll('.line') ?? [])].map(({ textContent }) => textContent ?? '');
}

/** What is known about the log, by its label. */
export function factsIn(modal: HTMLElement): Record<string, string> {
    const facts = [...(modal.shadowRoot?.querySelectorAll('.fact') ?? [])];
    return Object.fromEntries(
        facts.map((fact) => [fact.querySelector('dt')?.textContent, fact.querySelector('dd')?.textContent?.trim()])
    );
}

export const headingOf = (modal: HTMLElement): string =>
    find<HTMLElement & { label: string }>(modal, 'lightning-modal-header').label;

export const statusOf = (modal: HTMLElement): string =>
    find(modal, 'lightning-modal-footer [role=status]').textContent ?? '';
