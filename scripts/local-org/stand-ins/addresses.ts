/** A page, as `lightning/navigation` describes it. */
export interface PageReference {
    type: string;
    attributes: Record<string, string | undefined>;
    state?: Record<string, string>;
}

/**
 * Lightning's address of a page, with its state as parameters.
 * Throws for a kind of page that the local org does not have, naming it.
 */
export function addressOf(reference: PageReference): string {
    const parameters = new URLSearchParams(reference.state).toString();
    const address = addressWithoutState(reference);
    return parameters === '' ? address : `${address}?${parameters}`;
}

function addressWithoutState(reference: PageReference): string {
    const { objectApiName, recordId, relationshipApiName, apiName, url } = reference.attributes;
    const object = objectApiName ?? 'sObject';
    switch (reference.type) {
        case 'standard__recordPage':
            return recordAddress(object, required(recordId, 'recordId'));
        case 'standard__recordRelationshipPage': {
            const relationship = required(relationshipApiName, 'relationshipApiName');
            return `/lightning/r/${object}/${required(recordId, 'recordId')}/related/${relationship}/view`;
        }
        case 'standard__objectPage':
            return `/lightning/o/${required(objectApiName, 'objectApiName')}/list`;
        case 'standard__navItemPage':
            return `/lightning/n/${required(apiName, 'apiName')}`;
        case 'standard__webPage':
            return webAddress(required(url, 'url'));
        case 'standard__namedPage':
            return '/';
        default:
            throw new Error(`The local org has no page of the type "${reference.type}".`);
    }
}

/** Lightning's address of a record. */
export function recordAddress(objectName: string, recordId: string): string {
    return `/lightning/r/${objectName}/${recordId}/view`;
}

/** No component may make the page run a script by navigating to it. */
function webAddress(url: string): string {
    if (/^\/(?!\/)/.test(url) || /^(https?|mailto|tel):/i.test(url)) {
        return url;
    }
    throw new Error(`"${url}" is not an address of the web.`);
}

function required(value: string | undefined, name: string): string {
    if (!value) {
        throw new Error(`The page reference has no ${name}.`);
    }
    return value;
}
