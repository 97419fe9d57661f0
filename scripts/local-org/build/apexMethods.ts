import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../sourceFiles.ts';

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const AURA_ENABLED_METHOD =
    /@AuraEnabled\s*(?:\([^)]*\))?\s*(?:public|global)\s+static\s+[\w.<>,\s[\]]+?\s(\w+)\s*\(/gi;

/** Whether the `.cls` files below a folder have this class with this `@AuraEnabled` method. Apex names ignore case. */
export function hasApexMethod(sourceFolder: string, className: string, methodName: string): boolean {
    const file = filesBelow(sourceFolder).find(
        (name) => path.basename(name).toLowerCase() === `${className.toLowerCase()}.cls`
    );
    if (!file) {
        return false;
    }
    const code = fs.readFileSync(file, 'utf8').replace(COMMENT, '');
    const names = [...code.matchAll(AURA_ENABLED_METHOD)].map(([, name]) => name?.toLowerCase());
    return names.includes(methodName.toLowerCase());
}
