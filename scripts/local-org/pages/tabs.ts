import type { Language } from '../build/language.ts';
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

/** The tabs that are deployed, in the order of their names, with labels in the language. Tabs of objects and web pages are left out. */
export function readTabs(sourceFolder: string, language: Language): PackageTab[] {
    return readMetadataFiles(sourceFolder, '.tab-meta.xml').flatMap(({ name, xml }) => {
        const { label = name, flexiPage } = (parser.parse(xml) as TabFile).CustomTab ?? {};
        const address = `/lightning/n/${name}`;
        return flexiPage === undefined ? [] : [{ name, label: language.tabLabel(name, label), flexiPage, address }];
    });
}
