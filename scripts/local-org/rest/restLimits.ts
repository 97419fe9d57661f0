/** A request body may have this many bytes: Salesforce's limit for a SOAP message, and enough for a deploy of 39 MB. */
export const LARGEST_REST_BODY = 52_428_800;
