import answer from '@salesforce/label/c.Payments_Attempt_Answer';
import answered from '@salesforce/label/c.Payments_Attempt_Answered';
import retry from '@salesforce/label/c.Payments_Attempt_Retry';
import sameRequest from '@salesforce/label/c.Payments_Attempt_SameRequest';
import { formatLabel } from 'c/displayFormat';
import type { Attempt } from 'c/gatewayAttempts';
import { attemptsOf } from 'c/gatewayAttempts';
import type { PaymentGatewayLog } from 'c/paymentRecord';
import { shownNumber } from './shownNumber';

/** The attempt that each log belongs to, by the log's id. */
export type AttemptsOfLogs = ReadonlyMap<string, Attempt>;

/** Groups the logs of a page into attempts. */
export function attemptsByLog(logs: readonly PaymentGatewayLog[]): AttemptsOfLogs {
    return new Map(attemptsOf(logs).flatMap((attempt) => attempt.logs.map(({ Id }) => [Id, attempt] as const)));
}

/** How a log belongs to others: which attempt of several it is, what it answers, what it repeats. */
export function attemptNote(logId: string, attempts: AttemptsOfLogs | undefined): string | undefined {
    const attempt = attempts?.get(logId);
    if (!attempt) {
        return undefined;
    }
    const [first, ...answers] = attempt.logs;
    const repeated = attempt.sameRequestAs && attempts?.get(attempt.sameRequestAs)?.logs[0];
    const notes = [
        attempt.ofNumber > 1 && formatLabel(retry, attempt.number, attempt.ofNumber),
        first && first.Id !== logId && formatLabel(answer, numberOf(first)),
        first?.Id === logId && answers.length > 0 && formatLabel(answered, answers.map(numberOf).join(', ')),
        repeated && formatLabel(sameRequest, numberOf(repeated))
    ].filter(Boolean);
    return notes.length > 0 ? notes.join(' · ') : undefined;
}

function numberOf(record: PaymentGatewayLog): string {
    return shownNumber({ objectName: 'PaymentGatewayLog', record });
}
