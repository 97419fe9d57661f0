import fs from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { UserError } from '../command/userError.ts';
import { backUp } from './backup.ts';
import { completeLayout, type CompletedLayout } from './completeLayout.ts';
import { findLayoutFiles, readLayout } from './layoutFiles.ts';
import type { RelatedListColumns } from './relatedListColumns.ts';

export interface FolderOptions {
    lists: readonly RelatedListColumns[];
    /** Only says what is missing. */
    check: boolean;
    /** Takes the report, a piece at a time. */
    print: (text: string) => void;
}

export interface FolderResult {
    /** The files that were written, as paths below the folder; none with `check`. */
    written: string[];
    /** Whether something is still missing: because of `check`, or because a person has to decide. */
    isIncomplete: boolean;
}

interface LayoutPlan extends CompletedLayout {
    file: string;
    before: string;
}

/**
 * Completes the layouts of Order Payment Summary below a folder. Prints what is missing with a diff, then makes a backup,
 * then writes. Writes nothing at all where one of the layouts cannot be read, or one that lacks something not be written.
 * @throws UserError for a folder without layouts, and one for all the layouts that cannot be read or written
 */
export function completeFolder(folder: string, { lists, check, print }: FolderOptions): FolderResult {
    const { layouts, others } = findLayoutFiles(folder);
    const plans = planAll(folder, layouts, lists);
    plans.forEach((plan) => print(report(plan)));
    if (others.length > 0) {
        print(`Left alone: ${others.length} ${others.length === 1 ? 'layout' : 'layouts'} of other objects.\n`);
    }
    const changed = plans.filter(({ insertions }) => insertions.length > 0);
    const isIncomplete = plans.some(({ notAdded }) => notAdded.length > 0);
    if (check || changed.length === 0) {
        const isMissing = isIncomplete || changed.length > 0;
        print(isMissing ? 'Nothing was written.\n' : 'Nothing is missing.\n');
        return { written: [], isIncomplete: isMissing };
    }
    const written = changed.map(({ file }) => file);
    refuseReadOnly(folder, written);
    print(`Backup: ${backUp(folder, written)}\n`);
    for (const { file, text } of changed) {
        fs.writeFileSync(path.join(folder, file), text);
    }
    return { written, isIncomplete };
}

/** Before the first is written, so that never some are and others not. */
function refuseReadOnly(folder: string, files: readonly string[]): void {
    const readOnly = files.filter((file) => !isWritable(path.join(folder, file)));
    if (readOnly.length > 0) {
        const lines = readOnly.map((file) => `${file}: is read-only. Allow writing to it, and run this again.\n`);
        throw new UserError(`${lines.join('')}Nothing was written.`);
    }
}

function isWritable(file: string): boolean {
    try {
        fs.accessSync(file, fs.constants.W_OK);
        return true;
    } catch {
        return false;
    }
}

function planAll(folder: string, files: readonly string[], lists: readonly RelatedListColumns[]): LayoutPlan[] {
    const problems: string[] = [];
    const plans = files.flatMap((file) => {
        try {
            const before = readLayout(folder, file);
            return [{ file, before, ...completeLayout(file, before, lists) }];
        } catch (error) {
            if (error instanceof UserError) {
                problems.push(error.message);
                return [];
            }
            throw error;
        }
    });
    if (problems.length > 0) {
        throw new UserError(`${problems.join('\n')}\nNothing was written.`);
    }
    return plans;
}

function report({ file, before, text, added, notAdded, warnings }: LayoutPlan): string {
    const isComplete = added.length === 0 && notAdded.length === 0;
    const lines = [
        `${file}${isComplete ? ': nothing is missing' : ''}`,
        ...added.map((line) => `  missing: ${line}`),
        ...notAdded.map((line) => `  missing: ${line}`),
        ...warnings.map((line) => `  warning: ${line}`)
    ];
    const diff =
        text === before
            ? ''
            : createTwoFilesPatch(file, file, before, text, '', '', { headerOptions: FILE_HEADERS_ONLY });
    return `${lines.join('\n')}\n${diff}`;
}
