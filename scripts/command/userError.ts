/** For what the user can put right. Its message is one line that says what is wrong and what to do. */
export class UserError extends Error {}
