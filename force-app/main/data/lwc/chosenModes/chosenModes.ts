import type { StripeMode } from 'c/gatewayReference';

/** The mode that the person chose for a payment gateway, by the gateway's id; '' for records without a gateway. */
export type ChosenModes = Readonly<Record<string, StripeMode>>;

const KEY = 'stripePayments.chosenModes';

type Listener = (chosenModes: ChosenModes) => void;

const listeners = new Set<Listener>();

/** Tells of every choice on this page, also in a window or a list that stands apart. Returns how to stop. */
export function onChosenModes(listener: Listener): () => void {
    listeners.add(listener);
    return () => {
        listeners.delete(listener);
    };
}

/** What was chosen in this browser. Nothing, where the browser keeps nothing or what it kept is spoilt. */
export function readChosenModes(): ChosenModes {
    try {
        const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
        const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
        return Object.fromEntries(entries.filter((entry): entry is [string, StripeMode] => isMode(entry[1])));
    } catch {
        return {};
    }
}

/**
 * Remembers a choice in this browser, or forgets it where the mode is undefined, and tells whoever listens: of all choices
 * from now on, also where the browser does not keep them.
 */
export function rememberMode(gatewayId: string, mode: StripeMode | undefined): void {
    const { [gatewayId]: _previous, ...others } = readChosenModes();
    const chosen = mode === undefined ? others : { ...others, [gatewayId]: mode };
    try {
        localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
        // A browser that keeps nothing: the choice holds as long as the page.
    }
    listeners.forEach((tell) => tell(chosen));
}

function isMode(value: unknown): value is StripeMode {
    return value === 'live' || value === 'test';
}
