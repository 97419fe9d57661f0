/** The part of formulon that is used here: the package brings no types of its own. */
declare module 'formulon' {
    export interface Literal {
        type: 'literal';
        dataType: string;
        value: unknown;
        options: { length?: number };
    }

    export interface FormulaError {
        type: 'error';
        message: string;
    }

    /** Calculates a formula with these values of its fields. */
    export function parse(formula: string, fields: Readonly<Record<string, Literal>>): Literal | FormulaError;
}
