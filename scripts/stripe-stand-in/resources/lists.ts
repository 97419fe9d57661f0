import type { RequestContext } from '../context.ts';
import type { ParameterReader } from '../parameterReader.ts';
import { invalidRequest, noSuchObject, StandInError } from '../standInError.ts';
import type { ObjectName, ObjectOf } from '../state.ts';

/** A page of objects, as Stripe gives it. */
export interface Page<Item> {
    object: 'list';
    data: Item[];
    has_more: boolean;
    url: string;
}

interface ListOptions {
    url: string;
    /** Parameters that choose objects by the value of a field, such as `customer`. */
    filters: readonly string[];
}

const MOST = 100;
const USUAL = 10;

/** GET of a collection: the newest first, with `limit`, `starting_after`, `ending_before`, `created` and filters. */
export function listObjects<Name extends ObjectName>(
    name: Name,
    { url, filters }: ListOptions,
    reader: ParameterReader,
    context: RequestContext
): Page<ObjectOf<Name>> {
    const limit = readLimit(reader);
    const after = reader.text('starting_after');
    const before = reader.text('ending_before');
    const wanted = filters.map((field) => ({ field, value: reader.text(field) }));
    const isCreatedThen = readCreated(reader);
    reader.finish();
    const found = context.state
        .list(name, context)
        .filter((object) => !('deleted' in object))
        .filter((object) =>
            wanted.every(({ field, value }) => value === undefined || idOf(Reflect.get(object, field)) === value)
        )
        .filter((object) => !('created' in object) || isCreatedThen(Number(object.created)));
    const [start, end] = rangeOf(found, { name, after, before, limit });
    const hasMore = before === undefined ? end < found.length : start > 0;
    return { object: 'list', data: found.slice(start, end), has_more: hasMore, url };
}

function readLimit(reader: ParameterReader): number {
    const limit = reader.integer('limit') ?? USUAL;
    if (limit < 1 || limit > MOST) {
        throw invalidRequest(`This value must be between 1 and ${MOST}.`, { param: 'limit' });
    }
    return limit;
}

function rangeOf(
    found: readonly { id: string }[],
    { name, after, before, limit }: { name: string; after?: string; before?: string; limit: number }
): [number, number] {
    if (before !== undefined) {
        const end = positionOf(found, before, name, 'ending_before');
        return [Math.max(0, end - limit), end];
    }
    const start = after === undefined ? 0 : positionOf(found, after, name, 'starting_after') + 1;
    return [start, start + limit];
}

function positionOf(found: readonly { id: string }[], id: string, name: string, param: string): number {
    const position = found.findIndex((object) => object.id === id);
    if (position < 0) {
        throw new StandInError(400, noSuchObject(name, id, param).fields);
    }
    return position;
}

/** `created` is a time in seconds, or has bounds: `created[gte]`. */
function readCreated(reader: ParameterReader): (created: number) => boolean {
    if (typeof reader.raw('created') !== 'object') {
        const exact = reader.integer('created');
        return (created) => exact === undefined || created === exact;
    }
    const bounds = reader.object('created');
    const [gt, gte, lt, lte] = (['gt', 'gte', 'lt', 'lte'] as const).map((bound) => bounds?.integer(bound));
    bounds?.finish();
    return (created) =>
        created > (gt ?? -Infinity) &&
        created >= (gte ?? -Infinity) &&
        created < (lt ?? Infinity) &&
        created <= (lte ?? Infinity);
}

function idOf(value: unknown): unknown {
    return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}
