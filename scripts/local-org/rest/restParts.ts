import { projectFolders } from '../build/folders.ts';
import type { LocalOrg } from '../localOrg.ts';
import { checkTokenShape, createAccessToken } from './accessToken.ts';
import { checkComponents } from './deploy/checkComponents.ts';
import { Deployments } from './deploy/deployments.ts';
import { QueryCursors } from './query/queryCursors.ts';
import type { RestParts } from './restRequest.ts';
import { Retrievals } from './retrieve/retrievals.ts';

/** What a local org's APIs take in place of the usual. */
export interface RestOptions {
    /** Of the package whose metadata can be retrieved. Defaults to that of this project. */
    sourceFolder?: string;
    /** The token to take; a new one if left out. */
    accessToken?: string;
}

/**
 * What the REST and Metadata APIs of a local org need. The org counts the source of this project as deployed.
 * @throws Error of one line if `sf` would not take the token.
 */
export function createRestParts(org: LocalOrg, options: RestOptions = {}): RestParts {
    const { root, source } = projectFolders();
    const { sourceFolder = source, accessToken = createAccessToken(org) } = options;
    checkTokenShape(accessToken);
    const deployments = new Deployments((files) => checkComponents(files, root));
    const retrievals = new Retrievals(sourceFolder);
    return { org, accessToken, cursors: new QueryCursors(), deployments, retrievals };
}
