import fs from 'node:fs';
import os from 'node:os';

/** Writes `results.json` beside a benchmark, with the machine that it ran on. */
export function saveResults(benchmark: string, results: object): void {
    const machine = {
        cpu: os.cpus()[0]?.model.trim(),
        cores: os.cpus().length,
        node: process.versions.node,
        platform: `${os.type()} ${os.arch()}`
    };
    const file = new URL('results.json', benchmark);
    fs.writeFileSync(file, `${JSON.stringify({ machine, ...results }, undefined, 2)}\n`);
}
