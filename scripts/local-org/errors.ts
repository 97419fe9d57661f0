/**
 * An error as Salesforce's REST API reports it: `errorCode` and `message` go into the response body, `status` is the
 * HTTP status. Codes and wordings are Salesforce's own where it has one for the case.
 */
export class SalesforceError extends Error {
    readonly errorCode: string;
    readonly status: number;
    /** The fields that are at fault, where the error is about a record's values. */
    readonly fields: readonly string[];

    constructor(errorCode: string, message: string, status = 400, fields: readonly string[] = []) {
        super(message);
        this.name = 'SalesforceError';
        this.errorCode = errorCode;
        this.status = status;
        this.fields = fields;
    }
}

/**
 * For what Salesforce can do and the local org cannot.
 * @param construct what was asked for, as the developer wrote it, for example "TYPEOF" or "GROUP BY ROLLUP".
 * @param advice what to do instead.
 */
export function notSupported(construct: string, advice = 'Try it in a scratch org or sandbox.'): SalesforceError {
    return new SalesforceError(
        'NOT_SUPPORTED_BY_LOCAL_ORG',
        `${construct} works in Salesforce, but the local org does not support it. ${advice}`,
        501
    );
}

const describeCallAdvice = 'Please reference your WSDL or the describe call for the appropriate names.';

export function invalidType(objectName: string): SalesforceError {
    return new SalesforceError(
        'INVALID_TYPE',
        `sObject type '${objectName}' is not supported. If you are attempting to use a custom object, be sure to ` +
            `append the '__c' after the entity name. ${describeCallAdvice}`
    );
}

export function noSuchColumn(fieldName: string, objectName: string): SalesforceError {
    return new SalesforceError(
        'INVALID_FIELD',
        `No such column '${fieldName}' on entity '${objectName}'. If you are attempting to use a custom field, be ` +
            `sure to append the '__c' after the custom field name. ${describeCallAdvice}`
    );
}

/** @param place 'field path' for a parent, 'FROM part of query call' for child records, as in Salesforce's wording. */
export function unknownRelationship(name: string, place: 'field path' | 'FROM part of query call'): SalesforceError {
    return new SalesforceError(
        place === 'field path' ? 'INVALID_FIELD' : 'INVALID_TYPE',
        `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, ` +
            `be sure to append the '__r' after the custom relationship name. ${describeCallAdvice}`
    );
}

export function malformedQuery(message: string): SalesforceError {
    return new SalesforceError('MALFORMED_QUERY', message);
}
