import fc from 'fast-check';
import { findRequestLogs, parseRequestLogUrl } from 'c/requestLog';

const DASHBOARD = 'https://dashboard.stripe.com';

describe('parseRequestLogUrl', () => {
    it('reads account, mode and request from both shapes of the address', () => {
        const older = `${DASHBOARD}/test/logs/req_nW73HRiJPPfkok?t=1716572513`;
        expect(parseRequestLogUrl(older)).toEqual({
            url: older,
            requestId: 'req_nW73HRiJPPfkok',
            mode: 'test',
            account: undefined
        });
        const newer = `${DASHBOARD}/acct_1M7fKJ/test/workbench/logs?object=req_9ovB`;
        expect(parseRequestLogUrl(newer)).toEqual({
            url: newer,
            requestId: 'req_9ovB',
            mode: 'test',
            account: 'acct_1M7fKJ'
        });
    });

    it('takes an address without test for live mode, and account and mode in either order', () => {
        expect(parseRequestLogUrl(`${DASHBOARD}/acct_1M7fKJ/logs/req_1`)).toMatchObject({ mode: 'live' });
        expect(parseRequestLogUrl(`${DASHBOARD}/test/acct_1M7fKJ/logs/req_1`)).toMatchObject({
            mode: 'test',
            account: 'acct_1M7fKJ'
        });
    });

    it.each([
        'https://dashboard.stripe.com.evil.example/test/logs/req_1',
        'http://dashboard.stripe.com/test/logs/req_1',
        'https://user@dashboard.stripe.com/test/logs/req_1',
        'https://dashboard.stripe.com:8443/test/logs/req_1',
        `${DASHBOARD}/test/payments/pi_1`,
        `${DASHBOARD}/test/logs`,
        `${DASHBOARD}/test/workbench/logs?object=evt_1`,
        `${DASHBOARD}/acct_1M7f`,
        'req_1',
        ''
    ])('does not take %j for one', (text) => {
        expect(parseRequestLogUrl(text)).toBeUndefined();
    });

    it('never reads an address of another origin', () => {
        fc.assert(
            fc.property(fc.oneof(fc.webUrl(), fc.string()), (text) => {
                const log = parseRequestLogUrl(text);
                expect(log === undefined || new URL(log.url).origin === DASHBOARD).toBe(true);
            })
        );
    });
});

describe('findRequestLogs', () => {
    it('finds the addresses in a message', () => {
        const message = `ERROR: {"request_log_url":"${DASHBOARD}/acct_1/test/logs/req_1?t=1","type":"card_error"}`;
        expect(findRequestLogs(message)).toMatchObject([{ requestId: 'req_1', account: 'acct_1', mode: 'test' }]);
    });

    it('finds nothing in a text without an address', () => {
        expect(findRequestLogs('Your card was declined.')).toEqual([]);
    });

    it('does not take an account from an address that was cut off', () => {
        expect(findRequestLogs(`"request_log_url":"${DASHBOARD}/acct_1M7`)).toEqual([]);
    });
});
