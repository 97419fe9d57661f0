import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolders, type ProjectFolders } from './folders.ts';

/** For tests: a project with a shell that has only an entry, and files of the test's own. */
export interface TestProject {
    folders: ProjectFolders;
    write(name: string, content: string): void;
    remove(): void;
}

/** `files` are named from the project's root, such as `force-app/main/console/lwc/list/list.ts`. */
export function createTestProject(files: Record<string, string>): TestProject {
    const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'console-build-')));
    const folders: ProjectFolders = {
        root,
        source: path.join(root, 'force-app/main'),
        translations: path.join(root, 'force-app/translations'),
        shell: path.join(root, 'shell'),
        standIns: path.join(root, 'stand-ins'),
        cache: path.join(root, 'cache')
    };
    const project: TestProject = {
        folders,
        write(name, content) {
            fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
            fs.writeFileSync(path.join(root, name), content);
        },
        remove: () => fs.rmSync(root, { recursive: true })
    };
    fs.mkdirSync(folders.source, { recursive: true });
    fs.mkdirSync(folders.translations, { recursive: true });
    fs.cpSync(projectFolders().standIns, folders.standIns, { recursive: true });
    project.write(
        'shell/boot.ts',
        "import components from 'local/packageComponents';\nObject.assign(globalThis, { components });"
    );
    Object.entries(files).forEach(([name, content]) => project.write(name, content));
    return project;
}

/** The files of a bundle that App Builder offers for record pages. */
export function exposedBundle(folder: string, script: string, html = '<template></template>'): Record<string, string> {
    const name = path.basename(folder);
    return {
        [`${folder}/${name}.ts`]: script,
        [`${folder}/${name}.html`]: html,
        [`${folder}/${name}.js-meta.xml`]: `<LightningComponentBundle><isExposed>true</isExposed>
            <targets><target>lightning__RecordPage</target></targets></LightningComponentBundle>`
    };
}
