import { readMetadataFiles } from './metadataFiles.ts';
import { createMetadataParser } from './metadataXml.ts';

/** A tab of the package that opens an app page. */
export interface PackageTab {
    name: string;
    label: string;
    /** The name of the app page's FlexiPage. */
    flexiPage: string;
    /** Lightning's address of it. */
    address: string;
}

interface TabFile {
    CustomTab?: { label?: string; flexiPage?: string };
}

const parser = createMetadataParser([]);

/** The tabs that are deployed, in the order of their names. Tabs of objects and web pages are left out. */
export function readTabs(sourceFolder: string): PackageTab[] {
    return readMetadataFiles(sourceFolder, '.tab-meta.xml').flatMap(({ name, xml }) => {
        const { label = name, flexiPage } = (parser.parse(xml) as TabFile).CustomTab ?? {};
        return flexiPage === undefined ? [] : [{ name, label, flexiPage, address: `/lightning/n/${name}` }];
    });
}
