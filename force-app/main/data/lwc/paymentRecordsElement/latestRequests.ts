/** Tells for each thing that is asked for which request was the last, so that an old answer never replaces a new one. */
export class LatestRequests {
    private readonly requests = new Map<string, symbol>();

    /** Begins a request. Returns how to ask, once the answer is there, whether it is still the last one. */
    begin(name: string): () => boolean {
        const request = Symbol(name);
        this.requests.set(name, request);
        return () => this.requests.get(name) === request;
    }

    /** No answer to what was asked for by these names is wanted any longer. */
    forget(names: readonly string[]): void {
        names.forEach((name) => this.requests.delete(name));
    }
}
