import { appPage } from '../pages/appPage.ts';
import { homePage } from '../pages/homePage.ts';
import { isReadable, recordLink } from '../pages/fieldValues.ts';
import type { OrgData } from '../pages/orgData.ts';
import type { NotFoundPage, PageFrame, PageModel } from '../pages/pageModel.ts';
import { objectRecords, relatedList } from '../pages/recordLists.ts';
import { recordPage } from '../pages/recordPage.ts';
import { readTabs } from '../pages/tabs.ts';
import { normalizeRecordId } from '../store/recordId.ts';

/** Lightning's addresses. The object may be `sObject` where a component does not know it. */
const RECORD = /^\/lightning\/r\/(\w+)\/(\w+)\/view$/;
const RELATED_LIST = /^\/lightning\/r\/(\w+)\/(\w+)\/related\/(\w+)\/view$/;
const TAB = /^\/lightning\/n\/(\w+)$/;
const OBJECT_LIST = /^\/lightning\/o\/(\w+)\/list$/;

/** A page and its HTTP status. */
export interface PageAnswer {
    status: number;
    page: PageModel;
}

/** The page at an address, or undefined where the address is none of a page. */
export function pageAt(
    org: OrgData,
    sourceFolder: string,
    address: string,
    frame: Omit<PageFrame, 'title' | 'tabs'>
): PageAnswer | undefined {
    const content = address === '/' ? homePage(org) : lightningPage(org, sourceFolder, address);
    const tabs = readTabs(sourceFolder, org.language);
    return content && { status: content.kind === 'notFound' ? 404 : 200, page: { ...frame, tabs, ...content } };
}

function lightningPage(org: OrgData, sourceFolder: string, address: string) {
    const [, objectName, id] = RECORD.exec(address) ?? [];
    if (objectName && id) {
        const found = findRecord(org, objectName, id);
        return 'kind' in found ? found : recordPage(org, sourceFolder, found.object, found.record);
    }
    const [, parentName, parentId, listName] = RELATED_LIST.exec(address) ?? [];
    if (parentName && parentId && listName) {
        return relatedListPage(org, parentName, parentId, listName);
    }
    const [, tabName] = TAB.exec(address) ?? [];
    if (tabName) {
        const page = appPage(sourceFolder, tabName, org.language);
        return page ?? notFound(`The package has no tab "${tabName}" with an app page.`);
    }
    const [, listedObject] = OBJECT_LIST.exec(address) ?? [];
    if (listedObject) {
        return objectListPage(org, listedObject);
    }
    return address.startsWith('/lightning/') ? notFound(`The local org has no page at ${address}.`) : undefined;
}

function relatedListPage(org: OrgData, objectName: string, id: string, listName: string) {
    const found = findRecord(org, objectName, id);
    if ('kind' in found) {
        return found;
    }
    const recordId = String(found.record['Id']);
    const list = relatedList(org, found.object, recordId, { name: listName, columns: [], descending: false }, true);
    const parent = recordLink(found.object, found.record);
    return { kind: 'recordList', title: `${list.label} | ${parent.label}`, list, parent } as const;
}

function objectListPage(org: OrgData, objectName: string) {
    const object = org.schema.findObject(objectName);
    if (!object) {
        return notFound(`The local org has no object "${objectName}".`);
    }
    return { kind: 'recordList', title: object.labelPlural, list: objectRecords(org, object) } as const;
}

function findRecord(org: OrgData, objectName: string, id: string) {
    const named = objectName === 'sObject' ? undefined : org.schema.findObject(objectName);
    if (!named && objectName !== 'sObject') {
        return notFound(`The local org has no object "${objectName}" (asked for the record ${id}).`);
    }
    const recordId = normalizeRecordId(id);
    if (!recordId) {
        return notFound(
            `"${id}" is not a record id: it has 15 letters and digits, or 18 of which the last three fit the others.`
        );
    }
    const realName = org.objectNameOfId(recordId);
    if (named && realName && realName !== named.name) {
        return notFound(`The record ${id} is not of the object ${named.name}: its id belongs to ${realName}.`);
    }
    const object = named ?? (realName ? org.schema.findObject(realName) : undefined);
    if (object && !isReadable(org, object.name)) {
        return notFound(`You do not have access to ${object.labelPlural} (asked for the record ${id}).`);
    }
    const record = object && org.getRecord(object.name, recordId);
    return object && record
        ? { object, record }
        : notFound(`There is no ${object?.label ?? 'record'} with the id ${id}.`);
}

function notFound(message: string): NotFoundPage & { title: string } {
    return { kind: 'notFound', title: 'Page not found | Local org', message };
}
