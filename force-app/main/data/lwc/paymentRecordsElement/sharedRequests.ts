import type { Query } from './loadedList';
import type { ListName, Rows } from './paymentQueries';

type Pages<Name extends ListName> = ReturnType<Query<Rows[Name]>>;

/** The requests under way, by what they ask for. */
const requests: { [Name in ListName]?: Map<string, Pages<Name>> } = {};

/**
 * A query that waits with whoever asks the same at the moment: lists that stand apart on a page are all there at once, and
 * read the same records. An answer is not kept, so that nobody sees an old one.
 * @param parent what the query looks up, as JSON tells it from others
 */
export function shared<Name extends ListName>(
    name: Name,
    parent: unknown,
    query: Query<Rows[Name]>
): Query<Rows[Name]> {
    const underWay: Map<string, Pages<Name>> = (requests[name] ??= new Map());
    return (pageKey) => {
        const question = JSON.stringify([parent, pageKey]);
        const asked = underWay.get(question);
        if (asked) {
            return asked;
        }
        const answer = query(pageKey).finally(() => underWay.delete(question));
        underWay.set(question, answer);
        return answer;
    };
}
