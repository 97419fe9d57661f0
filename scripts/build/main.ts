import { compilePackage } from './compilePackage.ts';

const { files, isWithoutErrors, messages } = compilePackage(process.cwd());
process.stdout.write(messages);
if (isWithoutErrors) {
    console.log(`Compiled ${files} files. Deploy with: sf project deploy start --source-dir force-app/main`);
} else {
    process.exitCode = 1;
}
