/** The local org's one user: `runningUserId` of the store, which code in the browser cannot import. */
export default '005000000000001AAA';
