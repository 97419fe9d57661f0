import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { listOf } from './pageStates.ts';

const BUSY_ORDER = '00000116';

const rowsOf = (list: Locator): Locator => list.locator('tbody tr');

test.describe('the lists of a summary', () => {
    test('stand on the record page where the deployed Lightning page puts them', async ({ openSummary }) => {
        const page = await openSummary('00000107', 'Visa 4242');
        await expect(page.getByRole('tab')).toHaveText(['Payments', 'Related', 'Details']);
        await expect(page.locator('c-payment-console').getByRole('heading')).toHaveText([
            'Timeline',
            'Payment Authorizations (1)',
            'Payments (1)',
            'Refunds',
            'Gateway Logs (2)'
        ]);
        await expect(listOf(page, 'Refunds')).toContainText('No records to show.');
        await expectAccessible(page);
    });

    test('show more rows on request, and count them', async ({ openSummary }) => {
        const list = listOf(await openSummary(BUSY_ORDER), 'Payments');
        await expect(rowsOf(list)).toHaveCount(10);
        await expect(list.getByRole('status').filter({ hasText: 'rows shown' })).toHaveText('10 of 49 rows shown');
        await list.getByRole('button', { name: 'Show more of Payments' }).click();
        await expect(rowsOf(list)).toHaveCount(20);
    });

    test('are sorted by a column from the keyboard', async ({ openSummary }) => {
        const list = listOf(await openSummary(BUSY_ORDER), 'Payments');
        const header = list.getByRole('columnheader', { name: 'Amount' });
        await expect(header).toHaveAttribute('aria-sort', 'none');
        await header.getByRole('button').press('Enter');
        await expect(header).toHaveAttribute('aria-sort', 'ascending');
        await header.getByRole('button').press('Enter');
        await expect(header).toHaveAttribute('aria-sort', 'descending');
        const amounts = await list.locator('td[data-label=Amount]').allInnerTexts();
        const values = amounts.map((amount) => Number(amount.replace(/[$,]/g, '')));
        expect(values).toEqual([...values].sort((left, right) => right - left));
    });

    test('are filtered by text and by status', async ({ openSummary }) => {
        const list = listOf(await openSummary(BUSY_ORDER), 'Gateway Logs');
        await list.getByRole('combobox', { name: 'Status' }).click();
        await list.getByRole('option', { name: 'Failed' }).click();
        const statuses = await list.locator('td[data-label=Status]').allInnerTexts();
        expect(new Set(statuses)).toEqual(new Set(['Failed']));
        await list.getByRole('searchbox').fill('no such thing');
        await expect(list).toContainText('No row matches the filter.');
        await list.getByRole('button', { name: 'Clear filter' }).click();
        await expect(rowsOf(list)).toHaveCount(10);
    });

    test('open a record on its own page', async ({ openSummary }) => {
        const page = await openSummary('00000104');
        const number = listOf(page, 'Payments').locator('td[data-label=Number] a');
        const name = await number.innerText();
        await number.click();
        await expect(page).toHaveURL(/\/lightning\/r\/Payment\/\w{18}\/view$/);
        await expect(page.getByRole('heading', { name })).toBeVisible();
    });

    test('show the log of a reversal, which names no summary', async ({ openSummary }) => {
        const list = listOf(await openSummary('00000108'), 'Gateway Logs');
        await expect(list.getByRole('row', { name: /AuthorizationReversal/ }).first()).toBeVisible();
    });

    test('show a payment that has lost its summary', async ({ openSummary, localOrg }) => {
        const page = await openSummary('00000112');
        const orphans = localOrg.org.query('SELECT PaymentNumber FROM Payment WHERE OrderPaymentSummaryId = NULL');
        for (const { PaymentNumber } of orphans.records) {
            await expect(listOf(page, 'Payments')).toContainText(String(PaymentNumber));
        }
        expect(orphans.records).not.toHaveLength(0);
    });

    test('read each kind of record once, and no log body', async ({ openSummary, localOrg }) => {
        localOrg.calls.length = 0;
        const page = await openSummary('00000110');
        await expect(rowsOf(listOf(page, 'Gateway Logs')).first()).toBeVisible();
        const namesOfCalls = () => localOrg.calls.map(({ name }) => name);
        await expect.poll(namesOfCalls).toContain('OrderPaymentReader.getGatewayLogsOfRecords');
        expect(namesOfCalls()).toHaveLength(10);
        expect(new Set(namesOfCalls()).size).toBe(10);
        await expect(page.locator('body')).not.toContainText('"object"');
    });

    test('show amounts in the currency of the order', async ({ openSummary }) => {
        const page = await openSummary('00000113');
        await expect(listOf(page, 'Payments').locator('td[data-label=Amount]').first()).toHaveText(/^¥[\d,]+$/);
    });
});

test.describe('a list in trouble', () => {
    test('says that it is loading while a query is slow, and leaves the others alone', async ({
        openSummary,
        localOrg
    }) => {
        const release = localOrg.faults.delayApex('getPayments');
        const page = await openSummary('00000104');
        await expect(listOf(page, 'Payments').getByText('Loading Payments')).toBeAttached();
        await expect(rowsOf(listOf(page, 'Payment Authorizations'))).toHaveCount(1);
        release();
        await expect(rowsOf(listOf(page, 'Payments'))).toHaveCount(1);
    });

    test.describe('after a failure', () => {
        test.use({ expectedErrors: [/500/] });

        test('says what failed, and reads again on request', async ({ openSummary, localOrg }) => {
            localOrg.faults.failApex('getPayments', { message: 'Apex CPU time limit exceeded' });
            const page = await openSummary('00000104');
            const list = listOf(page, 'Payments');
            await expect(list.getByRole('alert')).toContainText('Salesforce could not read the records.');
            await expect(list.getByRole('alert')).toContainText('Apex CPU time limit exceeded');
            await expect(rowsOf(listOf(page, 'Payment Authorizations'))).toHaveCount(1);
            await expectAccessible(page);
            localOrg.faults.clear();
            await list.getByRole('button', { name: 'Try again' }).click();
            await expect(rowsOf(list)).toHaveCount(1);
            await expect(list.getByRole('alert')).toHaveCount(0);
        });
    });

    test.describe('after a lost connection', () => {
        test.use({ expectedErrors: [/ERR_|Failed to load/] });

        test('keeps the rows that are there', async ({ openSummary, localOrg }) => {
            const page = await openSummary('00000104');
            const list = listOf(page, 'Payments');
            await expect(rowsOf(list)).toHaveCount(1);
            localOrg.faults.failApex('getPayments', 'cut');
            await list.getByRole('button', { name: 'Refresh Payments' }).click();
            await expect(list.getByRole('alert')).toContainText('The server could not be reached.');
            await expect(rowsOf(list)).toHaveCount(1);
        });
    });

    test('names an object that the user may not read, and shows the others', async ({ openSummary, localOrg }) => {
        localOrg.faults.hideObject('PaymentGatewayLog');
        const page = await openSummary('00000104');
        await expect(listOf(page, 'Gateway Logs')).toContainText('read access to PaymentGatewayLog');
        await expect(rowsOf(listOf(page, 'Payments'))).toHaveCount(1);
        await expectAccessible(page);
    });

    test('names a field that the user may not read, and shows the rest of the row', async ({
        openSummary,
        localOrg
    }) => {
        localOrg.faults.hideField('Payment.GatewayRefNumber');
        const list = listOf(await openSummary('00000104'), 'Payments');
        await expect(list).toContainText('hidden from you: Payment.GatewayRefNumber');
        await expect(list.locator('td[data-label=Status]')).toHaveText('Processed');
    });

    test('shows new records after a refresh', async ({ openSummary, localOrg }) => {
        const list = listOf(await openSummary('00000104'), 'Payments');
        await expect(rowsOf(list)).toHaveCount(1);
        localOrg.faults.hideObject('Payment');
        await list.getByRole('button', { name: 'Refresh Payments' }).click();
        await expect(list).toContainText('read access to Payment');
        localOrg.faults.clear();
        await list.getByRole('button', { name: 'Refresh Payments' }).click();
        await expect(rowsOf(list)).toHaveCount(1);
    });
});
