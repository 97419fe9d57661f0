import type { LocalOrg } from '../localOrg.ts';
import { checkTokenShape, createAccessToken } from './accessToken.ts';
import { checkComponents } from './deploy/checkComponents.ts';
import { Deployments } from './deploy/deployments.ts';
import { QueryCursors } from './query/queryCursors.ts';
import type { RestParts } from './restRequest.ts';
import { Retrievals } from './retrieve/retrievals.ts';

export interface RestOptions {
    /** The folder of the `sfdx-project.json` whose source the org counts as deployed. */
    projectFolder: string;
    /** Of the package in it: its metadata can be retrieved. */
    sourceFolder: string;
    /** The token to take; a new one if left out. */
    accessToken?: string;
}

/**
 * What the REST and Metadata APIs of a local org need.
 * @throws Error of one line if `sf` would not take the token.
 */
export function createRestParts(org: LocalOrg, { projectFolder, sourceFolder, accessToken }: RestOptions): RestParts {
    const token = accessToken ?? createAccessToken(org);
    checkTokenShape(token);
    const deployments = new Deployments((files) => checkComponents(files, projectFolder));
    const retrievals = new Retrievals(sourceFolder);
    return { org, accessToken: token, cursors: new QueryCursors(), deployments, retrievals };
}
