import path from 'node:path';
import type { ObjectDefinition } from '../../local-org/schema/schema.ts';
import { childOf } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { problemAt, refuseNames } from './references.ts';

const FORMULA_WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** Custom fields: the objects they point to, and the fields that their formulas name. */
export function checkFields(names: PackageNames): Problem[] {
    return names.filesOf('field').flatMap((file) => {
        const object = names.schema.findObject(path.basename(path.dirname(path.dirname(file.file))));
        const formula = childOf(file.root, 'formula');
        return [
            ...refuseNames(file, [file.root], 'referenceTo', (name) =>
                names.schema.findObject(name) ? undefined : `There is no object ${name}`
            ),
            ...(object && formula ? problemAt(file, formula.line, refuseFormula(names, object, formula.text)) : [])
        ];
    });
}

function refuseFormula(names: PackageNames, object: ObjectDefinition, formula: string): string | undefined {
    const unknown = formulaFields(formula).find((name) => !names.findField(object, name));
    return unknown === undefined ? undefined : `The formula names ${unknown}, which ${object.name} does not have`;
}

/** The fields that a formula names: words that are neither text nor function, `$User` and its kin left out. */
function formulaFields(formula: string): string[] {
    const code = formula.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, ' ');
    return [...code.matchAll(/(\$?[A-Za-z_][\w.]*)(\s*\()?/g)]
        .filter(([, name = '', call]) => call === undefined && !name.startsWith('$'))
        .map(([, name = '']) => name)
        .filter((name) => !FORMULA_WORDS.has(name.toLowerCase()));
}
