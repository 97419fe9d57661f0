import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { listFiles } from '../check/listFiles.ts';

/**
 * Compiles the TypeScript of the package to the JavaScript that an org takes, beside it. What an earlier run has left
 * goes first: the JavaScript of a file that is gone would be deployed too.
 */
for (const file of listFiles('force-app/main', '.js')) {
    rmSync(file);
}
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit'
});
process.exitCode = status ?? 1;
if (status === 0) {
    console.log(
        `Compiled ${listFiles('force-app/main', '.js').length} files. Deploy with: sf project deploy start --source-dir force-app/main`
    );
}
