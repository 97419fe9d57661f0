import { runningUserId } from '../store/database.ts';
import { organizationId } from './accessToken.ts';
import { ok, type RestHandler, type RestRequest } from './restRequest.ts';

/** Who the running user is, as `/services/oauth2/userinfo` (OpenID Connect) tells it. */
export const userInfo: RestHandler = (request) => {
    const user = readUser(request);
    return ok({
        sub: identityUrl(request),
        user_id: runningUserId,
        organization_id: organizationId(request.org),
        preferred_username: user['Username'],
        nickname: user['Alias'],
        name: user['Name'],
        email: user['Email'],
        email_verified: false,
        given_name: user['FirstName'],
        family_name: user['LastName'],
        zoneinfo: user['TimeZoneSidKey'],
        active: true,
        user_type: 'STANDARD',
        language: user['LanguageLocaleKey'],
        locale: user['LocaleSidKey'],
        urls: serviceUrls(request)
    });
};

/** The same as `/id/<organization>/<user>` (Salesforce's identity address) tells it. */
export const identity: RestHandler = (request) => {
    const user = readUser(request);
    return ok({
        id: identityUrl(request),
        asserted_user: true,
        user_id: runningUserId,
        organization_id: organizationId(request.org),
        username: user['Username'],
        nick_name: user['Alias'],
        display_name: user['Name'],
        email: user['Email'],
        first_name: user['FirstName'],
        last_name: user['LastName'],
        timezone: user['TimeZoneSidKey'],
        active: true,
        user_type: 'STANDARD',
        language: user['LanguageLocaleKey'],
        locale: user['LocaleSidKey'],
        urls: serviceUrls(request)
    });
};

export function identityUrl(request: RestRequest): string {
    return `${request.origin}/id/${organizationId(request.org)}/${runningUserId}`;
}

function readUser({ org }: RestRequest): Record<string, unknown> {
    const soql =
        'SELECT Name, FirstName, LastName, Username, Alias, Email, LocaleSidKey, LanguageLocaleKey, TimeZoneSidKey ' +
        'FROM User WHERE Id = :id WITH SYSTEM_MODE';
    return org.query(soql, { id: runningUserId }).records[0] ?? {};
}

function serviceUrls({ origin }: RestRequest): Record<string, string> {
    return {
        rest: `${origin}/services/data/v{version}/`,
        sobjects: `${origin}/services/data/v{version}/sobjects/`,
        query: `${origin}/services/data/v{version}/query/`,
        metadata: `${origin}/services/Soap/m/{version}/`
    };
}
