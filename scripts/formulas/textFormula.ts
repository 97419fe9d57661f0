import { parse, type Literal } from 'formulon';

/** The values of the fields that a formula names; an empty field is ''. */
export type FormulaFields = Readonly<Record<string, string>>;

/** A call whose arguments hold no other call. Parentheses inside a text do not count. */
const INNERMOST_CALL = /[A-Z]+\((?:[^()"]|"[^"]*")*\)/;

/** A part of the formula without a call inside another: these stand there as names of earlier steps. */
interface Step {
    name: string;
    text: string;
}

/**
 * Prepares a formula of the type Text for being calculated.
 *
 * By formulon, call by call, the innermost first: its parser takes about three times as long for every level of nesting,
 * and would not come to an end with the dozens that taking away character after character needs. So arguments that an org
 * would leave aside, such as the other branch of an IF, are calculated as well.
 *
 * @param formula as the metadata has it; a quote inside a text is not supported
 * @returns from fields to the result; throws what formulon says of a wrong formula, or of a field without a value
 */
export function textFormula(formula: string): (fields: FormulaFields) => string {
    const steps = splitCalls(formula);
    return (fields) => {
        const values = new Map(Object.entries(fields).map(([name, value]) => [name, textLiteral(value)]));
        let result = textLiteral('');
        for (const { name, text } of steps) {
            result = calculate(text, values);
            values.set(name, result);
        }
        return String(result.value ?? '');
    };
}

function splitCalls(formula: string): Step[] {
    const steps: Step[] = [];
    let rest = formula;
    for (let found = INNERMOST_CALL.exec(rest); found; found = INNERMOST_CALL.exec(rest)) {
        const [text] = found;
        const name = `call${steps.length}`;
        steps.push({ name, text });
        rest = rest.slice(0, found.index) + name + rest.slice(found.index + text.length);
    }
    return [...steps, { name: 'result', text: rest }];
}

function textLiteral(value: string): Literal {
    return { type: 'literal', dataType: 'text', value, options: { length: value.length } };
}

function calculate(text: string, values: ReadonlyMap<string, Literal>): Literal {
    const named: Record<string, Literal> = {};
    for (const [name] of text.matchAll(/\w+/g)) {
        const value = values.get(name);
        if (value) {
            named[name] = value;
        }
    }
    const result = parse(text, named);
    if (result.type === 'error') {
        throw new Error(`${text}: ${result.message}`);
    }
    return result;
}
