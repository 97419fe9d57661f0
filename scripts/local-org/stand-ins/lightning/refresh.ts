/** Called when the page is refreshed. Resolves when the component shows new data. */
export type RefreshHandler = () => Promise<unknown> | void;

const handlers = new Map<number, RefreshHandler>();
let lastId = 0;

/**
 * Registers what a component does when its page is refreshed.
 * @param context the component. The local org has one refresh area, the page, so it does not matter which.
 * @returns an id for `unregisterRefreshHandler`.
 */
export function registerRefreshHandler(context: unknown, handler: RefreshHandler): number {
    lastId += 1;
    handlers.set(lastId, handler.bind(context));
    return lastId;
}

export function unregisterRefreshHandler(id: number): void {
    handlers.delete(id);
}

/** Asks the page to refresh itself and the components in it. */
export class RefreshEvent extends Event {
    constructor() {
        super('lightning__refresh', { bubbles: true, composed: true });
    }
}

/** For the page: runs every registered handler. One that fails is reported and does not stop the others. */
export async function runRefreshHandlers(): Promise<void> {
    const results = await Promise.allSettled([...handlers.values()].map(async (handler) => handler()));
    for (const result of results) {
        if (result.status === 'rejected') {
            console.error('A refresh handler failed.', result.reason);
        }
    }
}
