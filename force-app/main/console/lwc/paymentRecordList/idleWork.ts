/** How long a slice of the work may take, in milliseconds: less than a frame. */
const SLICE = 8;

/**
 * Does something for each item while the page has nothing better to do, slice by slice.
 *
 * @param whenDone called after the last item, unless the work was stopped before
 * @returns stops the work
 */
export function workWhenIdle<Item>(
    items: readonly Item[],
    work: (item: Item) => void,
    whenDone: () => void
): () => void {
    let next = 0;
    let cancel: () => void;
    const slice = () => {
        const end = performance.now() + SLICE;
        for (const item of items.slice(next)) {
            work(item);
            next += 1;
            if (performance.now() >= end) {
                break;
            }
        }
        if (next < items.length) {
            cancel = whenIdle(slice);
        } else {
            whenDone();
        }
    };
    cancel = whenIdle(slice);
    return () => cancel();
}

/** Browsers without idle callbacks, such as Safari, do it after what is waiting. */
function whenIdle(callback: () => void): () => void {
    if (typeof requestIdleCallback === 'function') {
        const handle = requestIdleCallback(callback);
        return () => cancelIdleCallback(handle);
    }
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- Stopped when the component leaves the page.
    const handle = setTimeout(callback);
    return () => clearTimeout(handle);
}
