import type { ResolveRequest } from '../../scripts/resolve/request.ts';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';

/** One of each kind that an export of an org has, links of their own first, as JSON holds it. */
const KINDS: readonly ((id: string, number: number) => Partial<ResolveRequest>)[] = [
    (id) => ({ reference: `pi_3${id}`, account: ACCOUNT, mode: 'live' }),
    (id) => ({ reference: `pi_3${id}`, account: ACCOUNT, mode: 'test' }),
    (id) => ({ reference: `ch_3${id}`, mode: 'test' }),
    (id) => ({ reference: `re_3${id}`, account: ACCOUNT, mode: 'live', orderNumber: '00000123' }),
    (id, number) => ({ reference: `SF${number}`, mode: 'live', related: [`pi_3${id}`] }),
    (id, number) => ({ reference: `SF${number}`, orderNumber: '00000123', related: ['SF1', `pi_3${id}`] }),
    (id) => ({ reference: `txn_3${id}`, account: ACCOUNT, mode: 'live', related: [`ch_3${id}`, `pi_3${id}`] }),
    (id) => ({ reference: `txn_3${id}`, account: ACCOUNT, mode: 'live' }),
    (id) => ({ reference: `pi_3${id}_secret_${id}` }),
    () => ({ orderNumber: '00000123' })
];

/** Requests as JSON lines: ten kinds in equal shares, no reference twice. */
export function requestLines(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
        const id = (index + 36 ** 8).toString(36).padStart(23, 'MtwBwLkdIwHu7ix');
        const kind = KINDS[index % KINDS.length];
        return JSON.stringify(kind?.(id, index));
    });
}
