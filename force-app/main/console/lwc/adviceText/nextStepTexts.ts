import administrator from '@salesforce/label/c.Payments_Advice_Next_Administrator';
import authenticate from '@salesforce/label/c.Payments_Advice_Next_Authenticate';
import changeAmount from '@salesforce/label/c.Payments_Advice_Next_ChangeAmount';
import checkFirst from '@salesforce/label/c.Payments_Advice_Next_CheckFirst';
import compare from '@salesforce/label/c.Payments_Advice_Next_Compare';
import contactBank from '@salesforce/label/c.Payments_Advice_Next_ContactBank';
import correctData from '@salesforce/label/c.Payments_Advice_Next_CorrectData';
import dispute from '@salesforce/label/c.Payments_Advice_Next_Dispute';
import doNotRetry from '@salesforce/label/c.Payments_Advice_Next_DoNotRetry';
import guard from '@salesforce/label/c.Payments_Advice_Next_Guard';
import guardRefund from '@salesforce/label/c.Payments_Advice_Next_GuardRefund';
import later from '@salesforce/label/c.Payments_Advice_Next_Later';
import newPayment from '@salesforce/label/c.Payments_Advice_Next_NewPayment';
import nothing from '@salesforce/label/c.Payments_Advice_Next_Nothing';
import otherMethod from '@salesforce/label/c.Payments_Advice_Next_OtherMethod';
import refundOtherWay from '@salesforce/label/c.Payments_Advice_Next_RefundOtherWay';
import retry from '@salesforce/label/c.Payments_Advice_Next_Retry';
import review from '@salesforce/label/c.Payments_Advice_Next_Review';
import topUp from '@salesforce/label/c.Payments_Advice_Next_TopUp';

/** What the agent does next, in words. */
export const NEXT_STEP_TEXTS = {
    Next_Administrator: administrator,
    Next_Authenticate: authenticate,
    Next_ChangeAmount: changeAmount,
    Next_CheckFirst: checkFirst,
    Next_Compare: compare,
    Next_ContactBank: contactBank,
    Next_CorrectData: correctData,
    Next_Dispute: dispute,
    Next_DoNotRetry: doNotRetry,
    Next_Guard: guard,
    Next_GuardRefund: guardRefund,
    Next_Later: later,
    Next_NewPayment: newPayment,
    Next_Nothing: nothing,
    Next_OtherMethod: otherMethod,
    Next_RefundOtherWay: refundOtherWay,
    Next_Retry: retry,
    Next_Review: review,
    Next_TopUp: topUp
} as const;
