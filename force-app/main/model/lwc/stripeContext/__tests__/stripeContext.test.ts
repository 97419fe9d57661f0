import fc from 'fast-check';
import type { ContextEvidence } from 'c/stripeContext';
import { EVIDENCE_SOURCES, isAccountId, resolveStripeContext } from 'c/stripeContext';

const ACCOUNT = 'acct_1PgafTB7WZ01zgkW';
const OTHER_ACCOUNT = 'acct_1M7fKJB2xYzQ9aaa';

describe('resolveStripeContext', () => {
    it('knows nothing without evidence', () => {
        expect(resolveStripeContext([])).toMatchObject({ account: undefined, mode: undefined, conflicts: [] });
    });

    it('takes account and mode each from the strongest evidence for it', () => {
        expect(
            resolveStripeContext([
                { source: 'orgDefault', mode: 'test' },
                { source: 'gatewaySetting', account: ACCOUNT },
                { source: 'requestLogUrl', mode: 'live' }
            ])
        ).toMatchObject({
            account: ACCOUNT,
            accountSource: 'gatewaySetting',
            mode: 'live',
            modeSource: 'requestLogUrl'
        });
    });

    it('keeps evidence that disagrees as a conflict', () => {
        const setting: ContextEvidence = { source: 'gatewaySetting', account: OTHER_ACCOUNT, mode: 'live' };
        const field: ContextEvidence = { source: 'recordFields', account: ACCOUNT, mode: 'live' };
        expect(resolveStripeContext([setting, field])).toMatchObject({ account: ACCOUNT, conflicts: [setting] });
    });

    it('does not call an overruled default a conflict', () => {
        const { mode, conflicts } = resolveStripeContext([
            { source: 'orgDefault', mode: 'test' },
            { source: 'livemode', mode: 'live' }
        ]);
        expect(mode).toBe('live');
        expect(conflicts).toEqual([]);
    });

    it.each(['acct_', 'acct_1/../x', 'https://evil.example', 'acct_1 ', ''])(
        'does not use the account %j',
        (account) => {
            expect(isAccountId(account)).toBe(false);
            expect(resolveStripeContext([{ source: 'recordFields', account, mode: 'test' }])).toMatchObject({
                account: undefined,
                mode: 'test',
                conflicts: []
            });
        }
    );

    it('takes nothing but a whole text for an account', () => {
        expect(isAccountId('xacct_1')).toBe(false);
        expect(isAccountId({ toString: () => ACCOUNT })).toBe(false);
    });

    it('gives the same answer in whatever order the evidence comes, one piece a source', () => {
        const evidence = fc.uniqueArray(
            fc.record({
                source: fc.constantFrom(...EVIDENCE_SOURCES),
                account: fc.constantFrom(undefined, ACCOUNT, OTHER_ACCOUNT),
                mode: fc.constantFrom(undefined, 'live' as const, 'test' as const)
            }),
            { selector: ({ source }) => source }
        );
        fc.assert(
            fc.property(evidence, (items) => {
                const { conflicts, ...context } = resolveStripeContext(items);
                const { conflicts: reversed, ...reversedContext } = resolveStripeContext([...items].reverse());
                expect(reversedContext).toEqual(context);
                expect(new Set(reversed)).toEqual(new Set(conflicts));
            })
        );
    });
});
