// For tests: stands for the Salesforce CLI. It writes down its commands beside org.json, which names the Dev Hub and, if
// one is to fail, the command.

import fs from 'node:fs';
import path from 'node:path';

const [folder, ...args] = process.argv.slice(2);
const { devHub, failing, failure } = JSON.parse(fs.readFileSync(path.join(folder, 'org.json'), 'utf8'));
fs.appendFileSync(path.join(folder, 'commands.txt'), `sf ${args.join(' ')}\n`);

if (failing && args.join(' ').startsWith(failing)) {
    process.stdout.write(JSON.stringify({ status: 1, ...failure }));
    process.exitCode = 1;
} else if (args[0] === 'config') {
    process.stdout.write(JSON.stringify({ status: 0, result: [{ name: 'target-dev-hub', value: devHub }] }));
} else {
    process.stdout.write(JSON.stringify({ status: 0, result: {} }));
}
