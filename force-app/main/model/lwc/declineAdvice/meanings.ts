import type { CustomerKey, HappenedKey, NextKey, Retry } from './adviceKeys';

/** What is said about a failure. Without `customer` there is nothing to tell. */
export interface Meaning {
    happened: HappenedKey;
    next: NextKey;
    customer?: CustomerKey;
    retry: Retry;
}

/** Everything that can be said. Codes lead to these names; many codes share one. */
export const MEANINGS = {
    // The card was refused.
    declined: { happened: 'Declined', next: 'ContactBank', customer: 'Declined', retry: 'withOtherData' },
    declinedForGood: { happened: 'Declined', next: 'DoNotRetry', customer: 'Declined', retry: 'never' },
    declinedTooOften: { happened: 'DeclinedTooOften', next: 'OtherMethod', customer: 'OtherMethod', retry: 'later' },
    cardNotAccepted: { happened: 'CardNotAccepted', next: 'ContactBank', customer: 'Declined', retry: 'withOtherData' },
    insufficientFunds: {
        happened: 'InsufficientFunds',
        next: 'OtherMethod',
        customer: 'OtherMethod',
        retry: 'withOtherData'
    },
    limitReached: { happened: 'LimitReached', next: 'ContactBank', customer: 'OtherMethod', retry: 'withOtherData' },
    countReached: { happened: 'LimitReached', next: 'OtherMethod', customer: 'OtherMethod', retry: 'withOtherData' },
    expiredCard: { happened: 'ExpiredCard', next: 'OtherMethod', customer: 'ExpiredCard', retry: 'withOtherData' },
    testCard: { happened: 'TestCard', next: 'OtherMethod', customer: 'OtherMethod', retry: 'withOtherData' },
    amountDeclined: { happened: 'Amount', next: 'ContactBank', customer: 'Declined', retry: 'withOtherData' },
    duplicate: { happened: 'Duplicate', next: 'CheckFirst', customer: 'Checking', retry: 'afterCheck' },
    processing: { happened: 'Processing', next: 'Retry', customer: 'TryAgain', retry: 'now' },
    processingLater: { happened: 'Processing', next: 'Later', customer: 'Later', retry: 'later' },
    bankNotReached: { happened: 'NotReached', next: 'Retry', customer: 'TryAgain', retry: 'now' },

    // The data of the card, its PIN, or the customer's confirmation.
    cardData: { happened: 'CardData', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    cardNumber: { happened: 'CardNumber', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    securityCode: { happened: 'SecurityCode', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    expiryDate: { happened: 'ExpiryDate', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    address: { happened: 'Address', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    pin: { happened: 'Pin', next: 'CorrectData', customer: 'CheckData', retry: 'withOtherData' },
    pinTries: { happened: 'Pin', next: 'OtherMethod', customer: 'OtherMethod', retry: 'withOtherData' },
    authentication: { happened: 'Authentication', next: 'Authenticate', customer: 'Authenticate', retry: 'now' },
    authenticationImpossible: {
        happened: 'Authentication',
        next: 'OtherMethod',
        customer: 'OtherMethod',
        retry: 'withOtherData'
    },

    // The amount, and the state of the payment.
    amount: { happened: 'Amount', next: 'ChangeAmount', customer: 'OurSide', retry: 'withOtherData' },
    amountLimit: { happened: 'AmountLimit', next: 'ChangeAmount', customer: 'OurSide', retry: 'withOtherData' },
    expired: { happened: 'Expired', next: 'NewPayment', customer: 'NewPayment', retry: 'never' },
    alreadyCaptured: { happened: 'AlreadyCaptured', next: 'Compare', customer: 'OurSide', retry: 'never' },
    alreadyRefunded: { happened: 'AlreadyRefunded', next: 'Compare', customer: 'AlreadyRefunded', retry: 'never' },
    notRefundable: { happened: 'NotRefundable', next: 'RefundOtherWay', customer: 'RefundOtherWay', retry: 'never' },
    disputed: { happened: 'Disputed', next: 'Dispute', customer: 'Disputed', retry: 'never' },
    paymentState: { happened: 'PaymentState', next: 'Compare', customer: 'OurSide', retry: 'afterCheck' },

    // The account, the request, the network and the rest of Stripe.
    configuration: { happened: 'Configuration', next: 'Administrator', customer: 'OurSide', retry: 'never' },
    unknownId: { happened: 'UnknownId', next: 'Administrator', customer: 'OurSide', retry: 'never' },
    balanceTooLow: { happened: 'BalanceTooLow', next: 'TopUp', customer: 'OurSide', retry: 'later' },
    busy: { happened: 'Busy', next: 'Later', customer: 'Later', retry: 'later' },
    parallelRequest: { happened: 'Busy', next: 'CheckFirst', customer: 'Checking', retry: 'afterCheck' },
    providerNotReached: { happened: 'NotReached', next: 'CheckFirst', customer: 'Checking', retry: 'afterCheck' },
    other: { happened: 'Other', next: 'Administrator', customer: 'OurSide', retry: 'unknown' },

    // Bank debits and other methods.
    otherMethod: { happened: 'OtherMethod', next: 'OtherMethod', customer: 'OtherMethod', retry: 'withOtherData' },
    debitStopped: { happened: 'DebitStopped', next: 'OtherMethod', customer: 'OtherMethod', retry: 'withOtherData' },

    // Refunds.
    refundRefused: { happened: 'RefundRefused', next: 'RefundOtherWay', customer: 'RefundOtherWay', retry: 'never' },
    refundCanceled: { happened: 'RefundCanceled', next: 'Compare', customer: 'OurSide', retry: 'afterCheck' },
    refundFailed: { happened: 'RefundFailed', next: 'RefundOtherWay', customer: 'RefundOtherWay', retry: 'never' },

    // What Salesforce says.
    noAnswer: { happened: 'NoAnswer', next: 'CheckFirst', customer: 'Checking', retry: 'afterCheck' },
    requiresReview: { happened: 'RequiresReview', next: 'Review', customer: 'Checking', retry: 'afterCheck' },
    success: { happened: 'Success', next: 'Nothing', retry: 'never' },

    // No code, or none that is known.
    unknown: { happened: 'Unknown', next: 'CheckFirst', customer: 'Checking', retry: 'unknown' },
    unknownDecline: { happened: 'Unknown', next: 'CheckFirst', customer: 'Declined', retry: 'unknown' }
} as const satisfies Record<string, Meaning>;

export type MeaningName = keyof typeof MEANINGS;
