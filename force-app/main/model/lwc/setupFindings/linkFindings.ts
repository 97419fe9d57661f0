import type { JudgedLink } from 'c/setupLinks';
import { JUDGED_OBJECTS, linksOfUnknownMode } from 'c/setupLinks';
import type { SetupFinding } from './finding';

/** Whose links would be of unknown mode, object by object; else that there are none, or no records to tell by. */
export function linkFindings(links: readonly JudgedLink[]): SetupFinding[] {
    if (links.length === 0) {
        return [{ kind: 'noRecords', severity: 'worthKnowing', owner: 'admin' }];
    }
    const unknown = JUDGED_OBJECTS.map((objectName) => {
        const ofObject = links.filter(({ payment }) => payment.objectName === objectName);
        return { objectName, count: linksOfUnknownMode(ofObject).length, total: ofObject.length };
    }).filter(({ count }) => count > 0);
    return unknown.length > 0
        ? unknown.map((counts) => ({ kind: 'linksOfUnknownMode', ...counts, severity: 'limits', owner: 'admin' }))
        : [{ kind: 'everyModeKnown', count: links.length, severity: 'fine', owner: 'admin' }];
}
