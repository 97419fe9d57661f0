import { writeFileSync } from 'node:fs';
import { STRIPE_ERROR_CODES } from '../../force-app/main/model/lwc/declineAdvice/stripeErrorCodes.ts';
import { readErrorCodes } from './errorCodes.ts';
import { describeDrift, MODULE_FILE, moduleText } from './moduleText.ts';
import { readStripePackage } from './stripePackage.ts';

/** Writes the error codes of the installed `stripe` package into the model, and says which came or went. */
const { version, typings } = readStripePackage();
const codes = readErrorCodes(typings);
writeFileSync(MODULE_FILE, moduleText(codes, version));
console.log(`${codes.length} error codes of stripe ${version}.`);
console.log(describeDrift(STRIPE_ERROR_CODES, codes) ?? 'No code came or went.');
