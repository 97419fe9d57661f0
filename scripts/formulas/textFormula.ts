// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- programs that only import this file, such as the browser tests, would not find the types otherwise
/// <reference path="./formulon.d.ts" />
import { parse, type Literal } from 'formulon';

/** The values of the fields that a formula names; an empty field is ''. */
export type FormulaFields = Readonly<Record<string, string>>;

/** A call whose arguments hold no other call. Parentheses inside a text do not count. */
const INNERMOST_CALL = /[A-Z]+\((?:[^()"]|"[^"]*")*\)/;

/** SUBSTITUTE of a field or an earlier step, with texts that the formula itself has. */
const PLAIN_SUBSTITUTE = /^SUBSTITUTE\(\s*(\w+)\s*,\s*"([^"]*)"\s*,\s*"([^"]*)"\s*\)$/;

/** IF, whose three parts are all there, or AND. */
const LAZY_CALL = /^(IF(?=\((?:(?:[^,"]|"[^"]*")+,){2}(?:[^,"]|"[^"]*")+\)$)|AND)\(([^]*)\)$/;

/** The name of the last step. */
const RESULT = 'the result';

/** Results that are kept for each formula. */
const KEPT_RESULTS = 10_000;

/** A part of the formula without a call inside another: these stand there as names of earlier steps. */
interface Step {
    text: string;
    /** For a plain SUBSTITUTE, which needs no parser. */
    substitute?: { input: string; oldText: string; newText: string };
    /** For an IF or AND: not all of its parts are needed. */
    lazy?: { name: string; parts: readonly string[] };
}

/** A formula that is ready to be calculated. */
export interface TextFormula {
    /** The fields that the formula names, each once, as it spells them. */
    fieldNames: readonly string[];
    /** Throws what formulon says of a wrong formula, or of a field without a value. */
    calculate(fields: FormulaFields): string;
}

/**
 * Prepares a formula of the type Text for being calculated. The results of the last field values are kept.
 *
 * By formulon, call by call: its parser takes about three times as long for every level of nesting, and would not come to
 * an end with the dozens that taking away character after character needs. Only two things are done here, since formulon
 * reads the text of a call anew for each record: a SUBSTITUTE of plain texts, and leaving aside, as an org does, the other
 * branch of an IF and what follows the first FALSE of an AND.
 *
 * @param formula as the metadata has it; a quote inside a text is not supported
 */
export function textFormula(formula: string): TextFormula {
    const fieldNames = fieldsNamedIn(formula);
    const steps = splitCalls(formula);
    const results = new Map<string, string>();
    return {
        fieldNames,
        calculate(fields) {
            const key = JSON.stringify(fieldNames.map((name) => fields[name]));
            const result = results.get(key) ?? String(new Calculation(steps, fields).valueOf(RESULT)?.value ?? '');
            if (results.size >= KEPT_RESULTS) {
                results.clear();
            }
            results.set(key, result);
            return result;
        }
    };
}

/** Names outside of texts that no parenthesis follows. */
function fieldsNamedIn(formula: string): string[] {
    const names = formula.replace(/"[^"]*"/g, '""').match(/\b[A-Za-z]\w*\b(?!\s*\()/g) ?? [];
    return [...new Set(names)].filter((name) => !/^(true|false|null)$/i.test(name));
}

/** One calculation: the values of fields, and of steps as far as they are needed. */
class Calculation {
    private readonly steps: ReadonlyMap<string, Step>;
    private readonly values: Map<string, Literal>;

    constructor(steps: ReadonlyMap<string, Step>, fields: FormulaFields) {
        this.steps = steps;
        this.values = new Map(Object.entries(fields).map(([name, value]) => [name, textLiteral(value)]));
    }

    /** Undefined for a name that is neither a field with a value nor a step. */
    valueOf(name: string): Literal | undefined {
        const step = this.steps.get(name);
        const value = this.values.get(name) ?? (step && this.runStep(step));
        if (value) {
            this.values.set(name, value);
        }
        return value;
    }

    private runStep({ text, substitute, lazy }: Step): Literal {
        const input = substitute && this.valueOf(substitute.input);
        if (input?.dataType === 'text') {
            return textLiteral(
                String(input.value).replaceAll(substitute?.oldText ?? '', () => substitute?.newText ?? '')
            );
        }
        if (lazy?.name === 'IF') {
            const [condition = '', whenTrue = '', whenFalse = ''] = lazy.parts;
            return this.run(this.run(condition).value ? whenTrue : whenFalse);
        }
        const isFalse = lazy?.parts.map((part) => part.trim()).find((part) => this.run(part).value === false);
        return isFalse === undefined ? this.run(text) : this.run(isFalse);
    }

    /** An expression of names, texts and operators, or one call of them. */
    private run(text: string): Literal {
        const named: Record<string, Literal> = {};
        for (const [name] of text.matchAll(/\w+/g)) {
            const value = this.valueOf(name);
            if (value) {
                named[name] = value;
            }
        }
        const result = named[text.trim()] ?? parse(text, named);
        if (result.type === 'error') {
            throw new Error(`${text}: ${result.message}`);
        }
        return result;
    }
}

function splitCalls(formula: string): Map<string, Step> {
    const steps = new Map<string, Step>();
    let rest = formula;
    for (let found = INNERMOST_CALL.exec(rest); found; found = INNERMOST_CALL.exec(rest)) {
        const [text] = found;
        const name = `call${steps.size}`;
        steps.set(name, toStep(text));
        rest = rest.slice(0, found.index) + name + rest.slice(found.index + text.length);
    }
    return steps.set(RESULT, { text: rest });
}

function toStep(text: string): Step {
    const [, input, oldText, newText] = PLAIN_SUBSTITUTE.exec(text) ?? [];
    // An empty text to look for is a question for formulon.
    if (input && oldText && newText !== undefined) {
        return { text, substitute: { input, oldText, newText } };
    }
    const [, name, list = ''] = LAZY_CALL.exec(text) ?? [];
    return name === undefined ? { text } : { text, lazy: { name, parts: list.match(/(?:[^,"]|"[^"]*")+/g) ?? [] } };
}

function textLiteral(value: string): Literal {
    return { type: 'literal', dataType: 'text', value, options: { length: value.length } };
}
