import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTemporaryFolder } from './temporaryFolder.ts';

const PROJECT_FILES = ['sfdx-project.json', '.forceignore'];

/**
 * Copies the project as `npm run build` leaves it: JavaScript beside the TypeScript, none of an earlier run.
 * @param files of the package
 * @param javaScript by the path where the build writes it
 * @returns the copy's folder
 */
export function stageProject(root: string, files: readonly string[], javaScript: ReadonlyMap<string, string>): string {
    const staged = createTemporaryFolder('staged');
    const place = (file: string) => path.join(staged, path.relative(root, file));
    const isLeftOver = (file: string) => file.endsWith('.js') && existsSync(file.replace(/\.js$/, '.ts'));
    for (const file of PROJECT_FILES.map((name) => path.join(root, name)).filter((name) => existsSync(name))) {
        cpSync(file, place(file));
    }
    for (const file of files.filter((each) => !isLeftOver(each))) {
        cpSync(file, place(file));
    }
    for (const [file, text] of javaScript) {
        mkdirSync(path.dirname(place(file)), { recursive: true });
        writeFileSync(place(file), text);
    }
    return staged;
}
