import { textFormula, type TextFormula } from '../../formulas/textFormula.ts';
import { notSupported } from '../errors.ts';
import { isText } from '../schema/fieldRules.ts';
import type { FieldDefinition, ObjectDefinition, Schema } from '../schema/schema.ts';
import type { SqlValue } from './sql.ts';

const formulas = new Map<string, TextFormula>();

/**
 * The fields of the same record that a formula field is calculated from.
 * @throws SalesforceError INVALID_FIELD for a field that there is not, NOT_SUPPORTED_BY_LOCAL_ORG for one that is no text.
 */
export function formulaInputs(
    schema: Schema,
    object: ObjectDefinition,
    field: FieldDefinition & { formula: string }
): FieldDefinition[] {
    const inputs = prepare(field.formula).fieldNames.map((name) => schema.field(object, name));
    const other = inputs.find((input) => !isText(input));
    if (other) {
        throw notSupported(
            `The formula of ${object.name}.${field.name}`,
            `It calculates with texts only, and ${other.name} is of the type ${other.type}.`
        );
    }
    return inputs;
}

/**
 * What a formula field holds; null where the formula gives an empty text.
 * @param inputs the stored values of `formulaInputs`, in their order. Field-level security does not matter: an org
 *   calculates with fields, too, that the user may not read.
 */
export function calculateFormula(formula: string, inputs: readonly SqlValue[]): string | null {
    const prepared = prepare(formula);
    const fields = prepared.fieldNames.map((name, index) => [name, String(inputs[index] ?? '')]);
    return prepared.calculate(Object.fromEntries(fields) as Record<string, string>) || null;
}

export function isFormulaField(field: FieldDefinition): field is FieldDefinition & { formula: string } {
    return field.formula !== undefined;
}

/** Formulas are taken apart once: the objects have the same ones. */
function prepare(formula: string): TextFormula {
    const prepared = formulas.get(formula) ?? textFormula(formula);
    formulas.set(formula, prepared);
    return prepared;
}
