import type { LinkCase } from './cases/linkCase';
import { logTraceCases } from './cases/logTraces';
import { otherFieldCases } from './cases/otherFields';
import { otherNumberCases } from './cases/otherNumbers';
import { ownReferenceCases } from './cases/ownReferences';
import { paymentTraceCases } from './cases/paymentTraces';
import { recordEvidenceCases } from './cases/recordEvidence';
import { refundTraceCases } from './cases/refundTraces';
import { relatedEvidenceCases } from './cases/relatedEvidence';
import { secretAndHostileCases } from './cases/secretsAndHostileTexts';
import { settingCases } from './cases/settings';
import { spellingCases } from './cases/spelling';

export type { LinkCase } from './cases/linkCase';
export { ORDER_NUMBER, SANDBOX } from './cases/linkCase';

/**
 * Every kind of reference and the link that it must have, each with the source of the expectation. Written by hand, never
 * by the code that it tests; run here and again through the page in a browser.
 */
export const LINK_CASES: readonly LinkCase[] = [
    ...ownReferenceCases,
    ...spellingCases,
    ...secretAndHostileCases,
    ...otherNumberCases,
    ...paymentTraceCases,
    ...refundTraceCases,
    ...logTraceCases,
    ...otherFieldCases,
    ...recordEvidenceCases,
    ...relatedEvidenceCases,
    ...settingCases
];
