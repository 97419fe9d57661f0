import type { DashboardPage, LinkConfidence } from 'c/dashboardLink';
import type { GatewayReference } from 'c/gatewayReference';
import { BadLine } from './badLine.ts';
import { reasonOf } from './reason.ts';
import { readRequest } from './request.ts';
import { resolveRequest } from './resolveRequest.ts';

/** The answer to one request. Null, as JSON has it, where there is no link. */
export interface Answer {
    kind: GatewayReference['kind'];
    url: string | null;
    opens: DashboardPage | null;
    confidence: LinkConfidence | null;
    reason: string;
}

/** What stands in place of an answer. */
export interface LineError {
    error: string;
}

/**
 * Answers one request.
 *
 * @param place where the request stands, as a sentence begins: "Line 3"
 * @param read gives the request as it was written; may throw BadLine
 */
export function answer(place: string, read: () => unknown): Answer | LineError {
    try {
        const found = resolveRequest(readRequest(read()));
        const { trace, link } = found;
        return {
            kind: trace.own.kind,
            url: link?.url ?? null,
            opens: link?.opens ?? null,
            confidence: link?.confidence ?? null,
            reason: reasonOf(found)
        };
    } catch (error) {
        if (error instanceof BadLine) {
            return { error: `${place} ${error.message}` };
        }
        throw error;
    }
}
