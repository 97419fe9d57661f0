/** What happened, for the agent. */
export const HAPPENED = [
    'Address',
    'AlreadyCaptured',
    'AlreadyRefunded',
    'Amount',
    'AmountLimit',
    'Authentication',
    'BalanceTooLow',
    'BlockList',
    'Busy',
    'CardData',
    'CardNotAccepted',
    'CardNumber',
    'Configuration',
    'DebitStopped',
    'Declined',
    'DeclinedTooOften',
    'Disputed',
    'Duplicate',
    'Expired',
    'ExpiredCard',
    'ExpiryDate',
    'Fraudulent',
    'InsufficientFunds',
    'LimitReached',
    'LostOrStolen',
    'NoAnswer',
    'NotReached',
    'NotRefundable',
    'Other',
    'OtherMethod',
    'PaymentState',
    'Pin',
    'Processing',
    'RefundCanceled',
    'RefundFailed',
    'RefundRefused',
    'RequiresReview',
    'SecurityCode',
    'Success',
    'TestCard',
    'Unknown',
    'UnknownId'
] as const;

/** What the agent does next. */
export const NEXT = [
    'Administrator',
    'Authenticate',
    'ChangeAmount',
    'CheckFirst',
    'Compare',
    'ContactBank',
    'CorrectData',
    'Dispute',
    'DoNotRetry',
    'Guard',
    'GuardRefund',
    'Later',
    'NewPayment',
    'Nothing',
    'OtherMethod',
    'RefundOtherWay',
    'Retry',
    'Review',
    'TopUp'
] as const;

/** What to tell the customer. */
export const CUSTOMER = [
    'AlreadyRefunded',
    'Authenticate',
    'CheckData',
    'Checking',
    'Declined',
    'Disputed',
    'ExpiredCard',
    'Later',
    'NewPayment',
    'OtherMethod',
    'OurSide',
    'RefundOtherWay',
    'TryAgain'
] as const;

/** Sentences that name a code. */
export const CODE = ['Network', 'Stripe', 'Unknown'] as const;

/** Whether another attempt makes sense: at once, after some time, with other data or after a look into Stripe. */
export const RETRIES = ['now', 'later', 'withOtherData', 'afterCheck', 'never', 'unknown'] as const;

export type HappenedKey = (typeof HAPPENED)[number];
export type NextKey = (typeof NEXT)[number];
export type CustomerKey = (typeof CUSTOMER)[number];
export type Retry = (typeof RETRIES)[number];

/** The key of a sentence: its text is the custom label Payments_Advice_<key>. */
export type AdviceKey =
    `Happened_${HappenedKey}` | `Next_${NextKey}` | `Customer_${CustomerKey}` | `Code_${(typeof CODE)[number]}`;
