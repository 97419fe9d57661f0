/** The key that this repository's commands send to the stand-in when no other is given. It is no key of Stripe's. */
export const STAND_IN_KEY = 'sk_test_standInOnThisComputer';
