import { UserError } from '../command/userError.ts';

/** The org refused or did not answer: not a matter of options. Its message is for the user as it is. */
export class OrgError extends UserError {}
