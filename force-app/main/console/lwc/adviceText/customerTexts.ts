import alreadyRefunded from '@salesforce/label/c.Payments_Advice_Customer_AlreadyRefunded';
import authenticate from '@salesforce/label/c.Payments_Advice_Customer_Authenticate';
import checkData from '@salesforce/label/c.Payments_Advice_Customer_CheckData';
import checking from '@salesforce/label/c.Payments_Advice_Customer_Checking';
import declined from '@salesforce/label/c.Payments_Advice_Customer_Declined';
import disputed from '@salesforce/label/c.Payments_Advice_Customer_Disputed';
import expiredCard from '@salesforce/label/c.Payments_Advice_Customer_ExpiredCard';
import later from '@salesforce/label/c.Payments_Advice_Customer_Later';
import newPayment from '@salesforce/label/c.Payments_Advice_Customer_NewPayment';
import otherMethod from '@salesforce/label/c.Payments_Advice_Customer_OtherMethod';
import ourSide from '@salesforce/label/c.Payments_Advice_Customer_OurSide';
import refundOtherWay from '@salesforce/label/c.Payments_Advice_Customer_RefundOtherWay';
import tryAgain from '@salesforce/label/c.Payments_Advice_Customer_TryAgain';

/** What to tell the customer, in words. */
export const CUSTOMER_TEXTS = {
    Customer_AlreadyRefunded: alreadyRefunded,
    Customer_Authenticate: authenticate,
    Customer_CheckData: checkData,
    Customer_Checking: checking,
    Customer_Declined: declined,
    Customer_Disputed: disputed,
    Customer_ExpiredCard: expiredCard,
    Customer_Later: later,
    Customer_NewPayment: newPayment,
    Customer_OtherMethod: otherMethod,
    Customer_OurSide: ourSide,
    Customer_RefundOtherWay: refundOtherWay,
    Customer_TryAgain: tryAgain
} as const;
