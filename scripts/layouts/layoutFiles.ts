import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../command/userError.ts';
import { BACKUP_FOLDER } from './backup.ts';

/** Paths below a folder, in the order of their names. */
export interface LayoutFiles {
    /** The layouts of Order Payment Summary. */
    layouts: string[];
    /** The layouts of other objects. */
    others: string[];
}

/** In a project as `sf` writes it, and as the Metadata API has it. */
const SUFFIX = /\.layout(-meta\.xml)?$/;

/**
 * The page layouts anywhere below a folder; folders of tools, dependencies and this command's backups are passed over.
 * @throws UserError for what is no folder, and for a folder without a layout of Order Payment Summary
 */
export function findLayoutFiles(folder: string): LayoutFiles {
    if (!fs.existsSync(folder)) {
        throw new UserError(`There is no folder ${folder}.`);
    }
    if (!fs.statSync(folder).isDirectory()) {
        throw new UserError(`${folder} is a file. --source takes the folder that holds it.`);
    }
    const { layouts, others } = listLayoutFiles(folder);
    if (layouts.length === 0) {
        const there = others.length === 0 ? 'no page layout at all' : `page layouts of other objects: ${others.length}`;
        throw new UserError(
            `${folder} has no page layout of Order Payment Summary (a file OrderPaymentSummary-….layout-meta.xml): ` +
                `it has ${there}. Retrieve it first, with sf project retrieve start --metadata Layout, or use --target-org.`
        );
    }
    return { layouts, others };
}

/** The same for a folder that is there, with or without layouts. */
export function listLayoutFiles(folder: string): LayoutFiles {
    const files = filesBelow(folder, '').filter((file) => SUFFIX.test(file));
    const isSummary = (file: string) => isSummaryLayout(layoutName(file));
    return { layouts: files.filter(isSummary), others: files.filter((file) => !isSummary(file)) };
}

/** @param name a layout's full name: the object, a hyphen and the layout's own name */
export function isSummaryLayout(name: string): boolean {
    return /^OrderPaymentSummary-/i.test(name);
}

/** The full name of the layout in a file, escaped as in the file's name: `OrderPaymentSummary-Layout %28old%29`. */
export function layoutName(file: string): string {
    return path.basename(file).replace(SUFFIX, '');
}

/**
 * The text of a file, to the byte: a byte order mark is part of it.
 * @throws UserError for what is not UTF-8
 */
export function readLayout(folder: string, file: string): string {
    const bytes = fs.readFileSync(path.join(folder, file));
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        throw new UserError(`${file}: is not UTF-8 text. Retrieve it again, or save it as UTF-8.`);
    }
}

/** Follows symbolic links, as `sf` does; a folder that is reached twice, such as by a link in a circle, counts once. */
function filesBelow(folder: string, below: string, seen = new Set<string>()): string[] {
    const realFolder = fs.realpathSync(path.join(folder, below));
    if (seen.has(realFolder)) {
        return [];
    }
    seen.add(realFolder);
    return fs
        .readdirSync(realFolder)
        .toSorted()
        .flatMap((name) => {
            const file = path.join(below, name);
            // A link to nothing is no file.
            const stats = fs.statSync(path.join(folder, file), { throwIfNoEntry: false });
            if (stats?.isDirectory()) {
                return isPassedOver(name) ? [] : filesBelow(folder, file, seen);
            }
            return stats?.isFile() ? [file] : [];
        });
}

function isPassedOver(folderName: string): boolean {
    return folderName.startsWith('.') || folderName === 'node_modules' || folderName === BACKUP_FOLDER;
}
