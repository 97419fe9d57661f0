import type { StripeMode } from 'c/gatewayReference';
import type { PaymentRecords } from 'c/paymentRecord';
import { dashboardLink } from 'c/dashboardLink';
import { parseGatewayReference } from 'c/gatewayReference';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { amountText } from '../judge/amounts.ts';
import type { Finding, FindingKind } from '../judge/findings.ts';
import { FINDING_KINDS } from '../judge/findings.ts';
import { rankOf, rankOfFinding } from '../judge/groupFindings.ts';
import type { Evidence } from '../judge/judgeGroup.ts';
import { judgeGroup } from '../judge/judgeGroup.ts';
import type { IsOrderKnown } from '../judge/judgeReference.ts';
import { settingsOf } from '../judge/recordLinks.ts';
import type { StripePlace } from '../judge/stripePlace.ts';
import type { Totals } from '../report/totals.ts';
import { TotalsCounter } from '../report/totals.ts';
import type { ListedPayment } from '../stripe/stripeObjects.ts';
import { changeOf } from '../write/fieldChanges.ts';

export interface JudgeOptions {
    account?: string;
    mode: StripeMode;
    since?: string;
}

/**
 * Judges every record by Stripe's answers, and puts rows, findings and changes into the checkpoint in the order of the
 * report. Depends on the checkpoint alone, so that it comes out the same however often the run was stopped.
 */
export async function judgeAll(checkpoint: Checkpoint, { account, mode, since }: JudgeOptions): Promise<Totals> {
    const place: StripePlace = { account, mode };
    const answerOf = (id: string) => checkpoint.answer(id);
    const evidence: Evidence = {
        settings: settingsOf(checkpoint),
        place,
        answerOf,
        isOrderKnown: orderCheck(checkpoint, since),
        isOrderOfOrg: (number) => checkpoint.isOrderOfOrg(number)
    };
    const counter = new TotalsCounter();
    const told = new Set<string>();
    checkpoint.clearResults();
    await checkpoint.eachGroup((records) => {
        const { rows, findings, judged } = judgeGroup(records, evidence);
        for (const row of rows) {
            counter.addRow(row);
            checkpoint.addResult('row', { rank: rankOf(row.object), id: row.id }, row);
        }
        addFindings(findings, unclaimedOf(records, checkpoint), { checkpoint, counter, told });
        for (const change of judged.flatMap((record) => changeOf(record, place, answerOf))) {
            checkpoint.addResult('change', { rank: rankOf(change.object), id: change.update.Id }, change);
        }
    });
    return counter.totals(checkpoint, addUnclaimed(place, { checkpoint, counter, told }));
}

/** Where findings go. `told` are payments without a record that a finding on a record names already. */
interface FindingStore {
    checkpoint: Checkpoint;
    counter: TotalsCounter;
    told: Set<string>;
}

function addFindings(findings: readonly Finding[], unclaimed: readonly ListedPayment[], store: FindingStore): void {
    for (const finding of findings) {
        if (LACKS_PAYMENT.has(finding.kind) && unclaimed.length > 0) {
            unclaimed.forEach(({ id }) => store.told.add(id));
            addFinding(withUnclaimed(finding, unclaimed), store);
        } else {
            addFinding(finding, store);
        }
    }
}

function addFinding(finding: Finding, { checkpoint, counter }: FindingStore): void {
    counter.addFinding(finding.kind);
    const detail = `${finding.kind} ${finding.reference ?? ''}`;
    checkpoint.addResult('finding', { rank: rankOfFinding(finding), id: finding.id, detail }, finding);
}

/** Findings on records of which the payment in Stripe is not known. */
const LACKS_PAYMENT: ReadonlySet<FindingKind> = new Set([
    'missing',
    'noLink',
    'noReference',
    'orderDiffers',
    'searchFindsNothing',
    'secretReference'
]);

/** Payments that hold money for the order of these records, and that no record names. */
function unclaimedOf({ summary }: PaymentRecords, checkpoint: Checkpoint): ListedPayment[] {
    const orderNumber = summary?.OrderSummary?.OrderNumber;
    return orderNumber === undefined ? [] : checkpoint.unclaimedPaymentsOf(orderNumber).filter(holdsMoney);
}

/** Both sides miss each other: one finding that names the payment that is probably meant. */
function withUnclaimed(finding: Finding, unclaimed: readonly ListedPayment[]): Finding {
    const ids = unclaimed.map(({ id }) => id).join(', ');
    const stripe = `${finding.stripe}${finding.stripe === '' ? '' : '; '}named by no record: ${ids} of this order`;
    return { ...finding, stripe };
}

/**
 * A payment that no record names is a finding where it holds money and names an order of this org. Others may be of
 * other shops of the account, or of checkouts that nobody finished: these are counted.
 */
function addUnclaimed(place: StripePlace, store: FindingStore): Totals['payments'] {
    store.checkpoint
        .unclaimedPayments()
        .filter((payment) => holdsMoney(payment) && !store.told.has(payment.id))
        .forEach((payment) => addFinding(toUnclaimed(payment, place), store));
    return store.checkpoint.countListed();
}

function holdsMoney({ standing }: ListedPayment): boolean {
    return standing === 'authorized' || standing === 'captured';
}

function toUnclaimed({ id, amount, currency, status, orderNumber }: ListedPayment, place: StripePlace): Finding {
    const { severity, meaning, nextStep } = FINDING_KINDS.unclaimedPayment;
    return {
        kind: 'unclaimedPayment',
        severity,
        object: 'PaymentIntent',
        id,
        number: id,
        order: orderNumber ?? null,
        reference: id,
        salesforce: `order ${orderNumber ?? ''}, no record`,
        stripe: `${amountText(amount, currency)} ${status}`,
        meaning,
        nextStep,
        url: dashboardLink(parseGatewayReference(id), place)?.url ?? null,
        otherRecords: 0
    };
}

/** Whether an order is in Stripe's list, as far as the list goes back. */
function orderCheck(checkpoint: Checkpoint, since: string | undefined): IsOrderKnown {
    if (checkpoint.state('listed') !== 'all') {
        return () => undefined;
    }
    const start = since === undefined ? -Infinity : Date.parse(since);
    return (orderNumber, created) => {
        const isListed = checkpoint.isOrderListed(orderNumber);
        const isInRange = Date.parse(created?.replace(/\+0000$/, 'Z') ?? '') >= start;
        return isListed || isInRange ? isListed : undefined;
    };
}
