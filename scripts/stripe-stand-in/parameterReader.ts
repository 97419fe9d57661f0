import type { Parameters } from './formBody.ts';
import { invalidRequest } from './standInError.ts';

/**
 * Reads the parameters of one request, each by its kind, and refuses in Stripe's words what is missing, of the wrong kind,
 * or not asked for. `finish` comes after the last reading: a parameter that nobody read is unknown.
 */
export class ParameterReader {
    private readonly parameters: Parameters;
    private readonly read = new Set<string>(['expand']);

    constructor(parameters: Parameters) {
        this.parameters = parameters;
    }

    /** An empty text is nothing here: with it Stripe unsets a value. */
    text(name: string): string | undefined {
        const value = this.value(name);
        if (typeof value === 'object') {
            throw invalidRequest(`Invalid string: ${JSON.stringify(value)}`, { param: name });
        }
        return value === '' ? undefined : value;
    }

    requiredText(name: string): string {
        return this.text(name) ?? missing(name);
    }

    integer(name: string): number | undefined {
        const text = this.text(name);
        if (text === undefined) {
            return undefined;
        }
        if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(Number(text))) {
            throw invalidRequest(`Invalid integer: ${text}`, { code: 'parameter_invalid_integer', param: name });
        }
        return Number(text);
    }

    requiredInteger(name: string): number {
        return this.integer(name) ?? missing(name);
    }

    boolean(name: string): boolean | undefined {
        const text = this.text(name);
        if (text !== undefined && text !== 'true' && text !== 'false') {
            throw invalidRequest(`Invalid boolean: ${text}`, { param: name });
        }
        return text === undefined ? undefined : text === 'true';
    }

    oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
        const text = this.text(name);
        const value = values.find((allowed) => allowed === text);
        if (text !== undefined && value === undefined) {
            throw invalidRequest(`Invalid ${name}: must be one of ${values.join(', ')}`, { param: name });
        }
        return value;
    }

    /** The values of `metadata[…]` and other flat objects. */
    texts(name: string): Record<string, string> {
        const value = this.value(name) ?? {};
        if (typeof value === 'string') {
            throw invalidRequest(`Invalid object`, { param: name });
        }
        return Object.fromEntries(
            Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        );
    }

    list(name: string): string[] {
        return Object.values(this.texts(name));
    }

    /** A nested object such as `shipping`, with a reader of its own. */
    object(name: string): ParameterReader | undefined {
        const value = this.value(name);
        if (typeof value === 'string' && value !== '') {
            throw invalidRequest(`Invalid object`, { param: name });
        }
        return typeof value === 'object' ? new ParameterReader(value) : undefined;
    }

    /** @throws StandInError parameter_unknown for what was not read */
    finish(): void {
        const unknown = Object.keys(this.parameters).filter((name) => !this.read.has(name));
        const [param] = unknown;
        if (param !== undefined) {
            const what = unknown.length === 1 ? 'parameter' : 'parameters';
            const message = `Received unknown ${what}: ${unknown.join(', ')}`;
            throw invalidRequest(message, { code: 'parameter_unknown', param });
        }
    }

    /** As it came, for a parameter of two kinds. */
    raw(name: string): string | Parameters | undefined {
        return this.parameters[name];
    }

    private value(name: string): string | Parameters | undefined {
        this.read.add(name);
        return this.parameters[name];
    }
}

function missing(param: string): never {
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}
