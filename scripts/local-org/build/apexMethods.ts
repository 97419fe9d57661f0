import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../sourceFiles.ts';

/** What the browser has to know of an Apex method. */
export interface ApexMethod {
    /** `@AuraEnabled(cacheable=true)`: may be wired, and its results are shared. */
    cacheable: boolean;
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const AURA_ENABLED_METHOD =
    /@AuraEnabled\s*(?:\(([^)]*)\))?\s*(?:public|global)\s+static\s+[\w.<>,\s[\]]+?\s(\w+)\s*\(/gi;

/**
 * Finds an `@AuraEnabled` method in the `.cls` files below a folder.
 * Returns undefined where there is no such class or no such method. Apex names ignore case.
 */
export function findApexMethod(sourceFolder: string, className: string, methodName: string): ApexMethod | undefined {
    const file = filesBelow(sourceFolder).find(
        (name) => path.basename(name).toLowerCase() === `${className.toLowerCase()}.cls`
    );
    if (!file) {
        return undefined;
    }
    const code = fs.readFileSync(file, 'utf8').replace(COMMENT, '');
    for (const [, options, name] of code.matchAll(AURA_ENABLED_METHOD)) {
        if (name?.toLowerCase() === methodName.toLowerCase()) {
            return { cacheable: /cacheable\s*=\s*true/i.test(options ?? '') };
        }
    }
    return undefined;
}
