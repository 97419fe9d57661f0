import fs from 'node:fs';
import path from 'node:path';

const FILE = 'tsconfig.paths.json';
const PRINT_WIDTH = 120;

/**
 * Writes tsconfig.paths.json, which tells TypeScript where the modules `c/*` are: one path for each bundle, since a
 * pattern cannot span several area folders. An up-to-date file is left alone.
 * @param {string} root
 */
export function writeModulePaths(root) {
    const file = path.join(root, FILE);
    const content = modulePaths(root);
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== content) {
        fs.writeFileSync(file, content);
    }
}

/**
 * The content of tsconfig.paths.json, formatted as Prettier would.
 * @param {string} root
 */
export function modulePaths(root) {
    const lines = bundles(root).map(pathLine);
    const paths = lines.length > 0 ? `{\n${lines.join(',\n')}\n    }` : '{}';
    return `{\n  "compilerOptions": {\n    "paths": ${paths}\n  }\n}\n`;
}

/** @param {{ name: string, file: string }} bundle */
function pathLine({ name, file }) {
    const key = `      "c/${name}": [`;
    const line = `${key}"./${file}"]`;
    // The comma counts too.
    return line.length < PRINT_WIDTH ? line : `${key}\n        "./${file}"\n      ]`;
}

/** @param {string} root */
function bundles(root) {
    const source = 'force-app/main';
    return folders(path.join(root, source))
        .flatMap((area) => {
            const lwc = `${source}/${area}/lwc`;
            return folders(path.join(root, lwc)).map((name) => ({ name, file: `${lwc}/${name}/${name}.ts` }));
        })
        .filter(({ file }) => fs.existsSync(path.join(root, file)))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} folder */
function folders(folder) {
    if (!fs.existsSync(folder)) {
        return [];
    }
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
