import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

/**
 * What does not depend on the machine. Each limit is a little above what is needed now, so that a change that makes the
 * console heavier has to say so here.
 */
const LIMITS = {
    /** JavaScript of a page, compressed: our components and what they use of Salesforce's, without the icons. */
    kilobytes: 285,
    /** Apex calls of a page, which are one query each. */
    calls: 10,
    /** Rows that one call asks for. */
    rowsPerCall: 200,
    /** Elements of a row with all that is in it. */
    elementsPerRow: 27,
    /** Bytes of the answers, by row of a list. */
    bytesPerRow: 700,
    /** Requests of a page in a browser that has nothing yet, Apex calls among them. */
    requests: 32
};
const ORDER = '00000116';

test('a page asks for little and draws little', async ({ page, openSummary, localOrg }) => {
    localOrg.calls.length = 0;
    let requests = 0;
    const answers: Promise<{ rows: number; bytes: number }>[] = [];
    page.on('request', () => {
        requests += 1;
    });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
        if (/\.js$/.test(response.url()) && !response.url().includes('iconSvgTemplates')) {
            scripts.push(response.body().then((body) => gzipSync(body).length / 1024));
        }
        if (response.url().includes('/local/apex/')) {
            answers.push(
                response.body().then((body) => {
                    const { records } = JSON.parse(body.toString()) as { records: unknown[] };
                    return { rows: records.length, bytes: body.length };
                })
            );
        }
    });
    await openSummary(ORDER);
    await expect.poll(() => answers.length).toBe(LIMITS.calls);
    await expect(page.locator('c-record-table tbody tr').first()).toBeVisible();
    const read = await Promise.all(answers);
    const sum = (name: 'rows' | 'bytes') => read.reduce((total, answer) => total + answer[name], 0);
    expect(localOrg.calls).toHaveLength(LIMITS.calls);
    expect(Math.max(...read.map(({ rows }) => rows))).toBeLessThanOrEqual(LIMITS.rowsPerCall);
    expect(sum('rows')).toBeGreaterThan(20);
    expect(sum('bytes') / sum('rows')).toBeLessThanOrEqual(LIMITS.bytesPerRow);
    const kilobytes = (await Promise.all(scripts)).reduce((total, size) => total + size, 0);
    expect(kilobytes).toBeGreaterThan(50);
    expect.soft(kilobytes).toBeLessThanOrEqual(LIMITS.kilobytes);
    expect(requests).toBeLessThanOrEqual(LIMITS.requests);
});

test('a row is few elements', async ({ openSummary }) => {
    const page = await openSummary(ORDER);
    const rows = page.locator('c-record-table tbody tr');
    await expect(rows.first()).toBeVisible();
    const elements = await rows.locator('*').count();
    expect(elements).toBeGreaterThan(0);
    expect(elements / (await rows.count())).toBeLessThanOrEqual(LIMITS.elementsPerRow);
});
