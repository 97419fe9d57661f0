#!/usr/bin/env node
// For tests: stands for the Salesforce CLI. A copy named `sf` plays the org that org.json beside it describes,
// and writes down the commands and what was deployed.

import fs from 'node:fs';
import path from 'node:path';

const folder = path.dirname(process.argv[1]);
const args = process.argv.slice(2);
const { layouts, hidden = [], failing } = JSON.parse(fs.readFileSync(path.join(folder, 'org.json'), 'utf8'));
fs.appendFileSync(path.join(folder, 'commands.txt'), `${args.join(' ')}\n`);

function valuesOf(option) {
    return args.filter((_, index) => args[index - 1] === option);
}

function answer(result) {
    process.stdout.write(JSON.stringify({ status: 0, result, warnings: [] }));
}

function retrieve() {
    const target = 'force-app/main/default/layouts';
    fs.mkdirSync(target, { recursive: true });
    const names = valuesOf('--metadata').map((value) => value.replace('Layout:', ''));
    for (const name of names.filter((wanted) => !hidden.includes(wanted))) {
        fs.writeFileSync(path.join(target, `${name}.layout-meta.xml`), layouts[name]);
    }
    answer({ success: true, files: [] });
}

function deploy() {
    const files = valuesOf('--source-dir').map((file) => [file, fs.readFileSync(file, 'utf8')]);
    if (!args.includes('--dry-run')) {
        fs.writeFileSync(path.join(folder, 'deployed.json'), JSON.stringify(Object.fromEntries(files)));
    }
    answer({ success: true });
}

if (failing?.command.split(' ').every((word) => args.includes(word))) {
    const isJson = failing.output.startsWith('{');
    (isJson ? process.stdout : process.stderr).write(`${failing.output}\n`);
    process.exitCode = 1;
} else if (!fs.existsSync('sfdx-project.json')) {
    process.stdout.write(JSON.stringify({ status: 1, message: 'This command must run in a project.' }));
    process.exitCode = 1;
} else if (args.includes('list')) {
    answer(Object.keys(layouts).map((fullName) => ({ fullName, type: 'Layout' })));
} else if (args.includes('retrieve')) {
    retrieve();
} else {
    deploy();
}
