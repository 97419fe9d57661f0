import type { ApexParameters } from './apexRequest.ts';

/** What a wired property or function receives. */
export interface WireValue {
    data: unknown;
    error: unknown;
}

type Provision = (value: WireValue) => void;

/** One method with one set of parameters: its last result, the request under way, and the wires that follow it. */
interface CacheEntry {
    value: WireValue | undefined;
    request: Promise<WireValue> | undefined;
    subscribers: Set<Provision>;
    fetchResult: () => Promise<unknown>;
}

const entries = new Map<string, CacheEntry>();
/** From the object that a wire received to where it came from: what `refreshApex` is given is such an object. */
const origins = new WeakMap<object, CacheEntry>();

/** The cached result of a cacheable method, or a new request, shared with all who wait for the same. */
export async function cachedResult(
    name: string,
    parameters: ApexParameters,
    fetchResult: () => Promise<unknown>
): Promise<unknown> {
    const entry = entryFor(name, parameters, fetchResult);
    const value = entry.value ?? (await request(entry));
    if (value.error !== undefined) {
        throw value.error;
    }
    return value.data;
}

/** Gives a wire the result now or when it arrives, and again after each refresh. Returns how to stop. */
export function subscribe(
    name: string,
    parameters: ApexParameters,
    fetchResult: () => Promise<unknown>,
    provision: Provision
): () => void {
    const entry = entryFor(name, parameters, fetchResult);
    entry.subscribers.add(provision);
    if (entry.value) {
        provision(entry.value);
    } else {
        void request(entry);
    }
    return () => entry.subscribers.delete(provision);
}

/**
 * Fetches again what a wire received, and gives every wire of the same result the new one.
 * @param wiredValue the object that the wire received (`{ data, error }`), not its `data`.
 */
export async function refresh(wiredValue: unknown): Promise<void> {
    const isObject = typeof wiredValue === 'object' && wiredValue !== null;
    const entry = isObject ? origins.get(wiredValue) : undefined;
    if (entry) {
        await request(entry);
    }
}

function entryFor(name: string, parameters: ApexParameters, fetchResult: () => Promise<unknown>): CacheEntry {
    const key = `${name} ${JSON.stringify(sortKeys(parameters))}`;
    let entry = entries.get(key);
    if (!entry) {
        entry = { value: undefined, request: undefined, subscribers: new Set(), fetchResult };
        entries.set(key, entry);
    }
    return entry;
}

function request(entry: CacheEntry): Promise<WireValue> {
    entry.request ??= fetchAndProvision(entry);
    return entry.request;
}

async function fetchAndProvision(entry: CacheEntry): Promise<WireValue> {
    const value = await fetchValue(entry);
    // Over before it is told: a wire that refreshes at once means a new request.
    entry.request = undefined;
    // An error is told but not kept: whoever asks next causes a new request.
    entry.value = value.error === undefined ? value : undefined;
    for (const provision of entry.subscribers) {
        provision(value);
    }
    return value;
}

async function fetchValue(entry: CacheEntry): Promise<WireValue> {
    const value: WireValue = { data: undefined, error: undefined };
    try {
        value.data = freeze(await entry.fetchResult());
    } catch (error) {
        value.error = freeze(error);
    }
    origins.set(value, entry);
    return value;
}

function sortKeys(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(sortKeys);
    }
    if (typeof value === 'object' && value !== null) {
        const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
        return Object.fromEntries(sorted.map(([key, part]) => [key, sortKeys(part)]));
    }
    return value;
}

/** Shared results are read-only on the platform too: a component that changes one must fail here as it does there. */
function freeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(freeze);
        Object.freeze(value);
    }
    return value;
}
