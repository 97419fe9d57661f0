import type { ServerResponse } from 'node:http';
import { sendEventStream } from './responses.ts';

/** What open pages are told: the version of page they would get now, and why the last build failed, if it did. */
export interface ReloadMessage {
    version: string;
    buildError?: string;
}

/** Server-sent events at `/local/events`: a page with another version than the current one loads itself again. */
export class ReloadEvents {
    private readonly pages = new Set<ServerResponse>();
    private message: ReloadMessage;

    constructor(message: ReloadMessage) {
        this.message = message;
    }

    get current(): ReloadMessage {
        return this.message;
    }

    add(response: ServerResponse): void {
        sendEventStream(response);
        this.send(response);
        this.pages.add(response);
        response.on('close', () => this.pages.delete(response));
    }

    tell(message: ReloadMessage): void {
        this.message = message;
        this.pages.forEach((page) => this.send(page));
    }

    private send(response: ServerResponse): void {
        response.write(`data: ${JSON.stringify(this.message)}\n\n`);
    }
}
