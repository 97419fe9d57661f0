import { maskSecrets } from 'c/gatewayReference';

/** What went wrong, by what can be done about it. */
export type DataErrorKind = 'badInput' | 'network' | 'noPermission' | 'notFound' | 'server';

export interface DataError {
    kind: DataErrorKind;
    /** The server's own words, without secrets; empty where there are none. */
    message: string;
}

/** The parts of an Apex or wire error that tell its kind. Every one may be missing. */
interface PlatformError {
    status?: unknown;
    message?: unknown;
    body?: { message?: unknown; exceptionType?: unknown; errorCode?: unknown } | { message?: unknown }[];
}

const NO_PERMISSION = /NoAccessException|INSUFFICIENT_ACCESS|INVALID_TYPE|do not have access|not have access/i;

/**
 * Turns whatever a wire or an Apex call rejected with into a value. Total: takes anything and never throws.
 * Shapes: developer.salesforce.com/docs/platform/lwc/guide/data-error.html
 */
export function toDataError(error: unknown): DataError {
    const { status, body, message } = isObject(error) ? (error as PlatformError) : { message: error };
    const first = Array.isArray(body) ? body[0] : body;
    const text = [first?.message, message].find((part) => typeof part === 'string') ?? '';
    const details = JSON.stringify(isObject(first) ? Object.values(first) : text);
    return {
        kind: kindOf(typeof status === 'number' ? status : undefined, details),
        message: maskSecrets(String(text))
    };
}

function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
}

function kindOf(status: number | undefined, details: string): DataErrorKind {
    if (status === 403 || NO_PERMISSION.test(details)) {
        return 'noPermission';
    }
    if (status === 404) {
        return 'notFound';
    }
    if (status === 400) {
        return 'badInput';
    }
    // A call that never reached the server has no status, or the 0 of the fetch standard.
    return status === undefined || status === 0 ? 'network' : 'server';
}
