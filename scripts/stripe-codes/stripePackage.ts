import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The installed `stripe` package: its version, and the text of the file that types `last_payment_error`. */
export interface StripePackage {
    version: string;
    typings: string;
}

/**
 * Reads the installed `stripe` package.
 * Its package.json is not among the files that it exports, so its folder is found from its entry file.
 */
export function readStripePackage(): StripePackage {
    const folder = folderOfPackage(createRequire(import.meta.url).resolve('stripe'));
    const file = path.join(folder, 'esm/resources/PaymentIntents.d.ts');
    if (!existsSync(file)) {
        throw new Error(`The stripe package has no ${file}. Its layout has changed: adapt scripts/stripe-codes.`);
    }
    return { version: nameAndVersion(folder).version ?? 'unknown', typings: readFileSync(file, 'utf8') };
}

/** The nearest folder above the file whose package.json is that of `stripe`: folders within have some of their own. */
function folderOfPackage(file: string): string {
    const folder = path.dirname(file);
    if (folder === file) {
        throw new Error('The folder of the stripe package was not found above its entry file. Run npm ci.');
    }
    return nameAndVersion(folder).name === 'stripe' ? folder : folderOfPackage(folder);
}

function nameAndVersion(folder: string): { name?: string; version?: string } {
    const file = path.join(folder, 'package.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
