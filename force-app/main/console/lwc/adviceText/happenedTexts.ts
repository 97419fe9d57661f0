import address from '@salesforce/label/c.Payments_Advice_Happened_Address';
import alreadyCaptured from '@salesforce/label/c.Payments_Advice_Happened_AlreadyCaptured';
import alreadyRefunded from '@salesforce/label/c.Payments_Advice_Happened_AlreadyRefunded';
import amount from '@salesforce/label/c.Payments_Advice_Happened_Amount';
import amountLimit from '@salesforce/label/c.Payments_Advice_Happened_AmountLimit';
import authentication from '@salesforce/label/c.Payments_Advice_Happened_Authentication';
import balanceTooLow from '@salesforce/label/c.Payments_Advice_Happened_BalanceTooLow';
import blockList from '@salesforce/label/c.Payments_Advice_Happened_BlockList';
import busy from '@salesforce/label/c.Payments_Advice_Happened_Busy';
import cardData from '@salesforce/label/c.Payments_Advice_Happened_CardData';
import cardNotAccepted from '@salesforce/label/c.Payments_Advice_Happened_CardNotAccepted';
import cardNumber from '@salesforce/label/c.Payments_Advice_Happened_CardNumber';
import configuration from '@salesforce/label/c.Payments_Advice_Happened_Configuration';
import debitStopped from '@salesforce/label/c.Payments_Advice_Happened_DebitStopped';
import declined from '@salesforce/label/c.Payments_Advice_Happened_Declined';
import declinedTooOften from '@salesforce/label/c.Payments_Advice_Happened_DeclinedTooOften';
import disputed from '@salesforce/label/c.Payments_Advice_Happened_Disputed';
import duplicate from '@salesforce/label/c.Payments_Advice_Happened_Duplicate';
import expired from '@salesforce/label/c.Payments_Advice_Happened_Expired';
import expiredCard from '@salesforce/label/c.Payments_Advice_Happened_ExpiredCard';
import expiryDate from '@salesforce/label/c.Payments_Advice_Happened_ExpiryDate';
import fraudulent from '@salesforce/label/c.Payments_Advice_Happened_Fraudulent';
import insufficientFunds from '@salesforce/label/c.Payments_Advice_Happened_InsufficientFunds';
import limitReached from '@salesforce/label/c.Payments_Advice_Happened_LimitReached';
import lostOrStolen from '@salesforce/label/c.Payments_Advice_Happened_LostOrStolen';
import noAnswer from '@salesforce/label/c.Payments_Advice_Happened_NoAnswer';
import notReached from '@salesforce/label/c.Payments_Advice_Happened_NotReached';
import notRefundable from '@salesforce/label/c.Payments_Advice_Happened_NotRefundable';
import other from '@salesforce/label/c.Payments_Advice_Happened_Other';
import otherMethod from '@salesforce/label/c.Payments_Advice_Happened_OtherMethod';
import paymentState from '@salesforce/label/c.Payments_Advice_Happened_PaymentState';
import pin from '@salesforce/label/c.Payments_Advice_Happened_Pin';
import processing from '@salesforce/label/c.Payments_Advice_Happened_Processing';
import refundCanceled from '@salesforce/label/c.Payments_Advice_Happened_RefundCanceled';
import refundFailed from '@salesforce/label/c.Payments_Advice_Happened_RefundFailed';
import refundRefused from '@salesforce/label/c.Payments_Advice_Happened_RefundRefused';
import requiresReview from '@salesforce/label/c.Payments_Advice_Happened_RequiresReview';
import securityCode from '@salesforce/label/c.Payments_Advice_Happened_SecurityCode';
import success from '@salesforce/label/c.Payments_Advice_Happened_Success';
import testCard from '@salesforce/label/c.Payments_Advice_Happened_TestCard';
import unknown from '@salesforce/label/c.Payments_Advice_Happened_Unknown';
import unknownId from '@salesforce/label/c.Payments_Advice_Happened_UnknownId';

/** What happened, in words. */
export const HAPPENED_TEXTS = {
    Happened_Address: address,
    Happened_AlreadyCaptured: alreadyCaptured,
    Happened_AlreadyRefunded: alreadyRefunded,
    Happened_Amount: amount,
    Happened_AmountLimit: amountLimit,
    Happened_Authentication: authentication,
    Happened_BalanceTooLow: balanceTooLow,
    Happened_BlockList: blockList,
    Happened_Busy: busy,
    Happened_CardData: cardData,
    Happened_CardNotAccepted: cardNotAccepted,
    Happened_CardNumber: cardNumber,
    Happened_Configuration: configuration,
    Happened_DebitStopped: debitStopped,
    Happened_Declined: declined,
    Happened_DeclinedTooOften: declinedTooOften,
    Happened_Disputed: disputed,
    Happened_Duplicate: duplicate,
    Happened_Expired: expired,
    Happened_ExpiredCard: expiredCard,
    Happened_ExpiryDate: expiryDate,
    Happened_Fraudulent: fraudulent,
    Happened_InsufficientFunds: insufficientFunds,
    Happened_LimitReached: limitReached,
    Happened_LostOrStolen: lostOrStolen,
    Happened_NoAnswer: noAnswer,
    Happened_NotReached: notReached,
    Happened_NotRefundable: notRefundable,
    Happened_Other: other,
    Happened_OtherMethod: otherMethod,
    Happened_PaymentState: paymentState,
    Happened_Pin: pin,
    Happened_Processing: processing,
    Happened_RefundCanceled: refundCanceled,
    Happened_RefundFailed: refundFailed,
    Happened_RefundRefused: refundRefused,
    Happened_RequiresReview: requiresReview,
    Happened_SecurityCode: securityCode,
    Happened_Success: success,
    Happened_TestCard: testCard,
    Happened_Unknown: unknown,
    Happened_UnknownId: unknownId
} as const;
