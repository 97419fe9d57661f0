import type { Condition, ConditionWithValueQuery, HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from '../errors.ts';

export type BooleanTree =
    | { readonly kind: 'AND' | 'OR'; readonly operands: readonly BooleanTree[] }
    | { readonly kind: 'NOT'; readonly operand: BooleanTree }
    | { readonly kind: 'comparison'; readonly comparison: LeafCondition };

/** The parser's conditions without its marker for the parentheses before a NOT. */
export type LeafCondition = Extract<ConditionWithValueQuery, { operator: unknown }>;

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | LeafCondition;

/**
 * The parser gives a WHERE or HAVING clause as a chain of conditions with counts of parentheses: this makes a tree of
 * it.
 * @throws SalesforceError MALFORMED_QUERY if AND and OR are mixed without parentheses, which SOQL does not allow.
 */
export function toBooleanTree(clause: WhereClause | HavingClause): BooleanTree {
    const tokens = toTokens(clause);
    const tree = readOperands(tokens);
    if (tokens.length > 0) {
        throw malformedQuery(`unexpected token: '${describe(tokens[0])}'`);
    }
    return tree;
}

function toTokens(clause: WhereClause | HavingClause): Token[] {
    const tokens: Token[] = [];
    let rest: WhereClause | HavingClause | undefined = clause;
    while (rest) {
        const condition: Condition | ConditionWithValueQuery | null = rest.left;
        repeat(tokens, '(', condition?.openParen);
        if (condition && 'operator' in condition) {
            tokens.push(condition);
            repeat(tokens, ')', condition.closeParen);
        }
        if ('right' in rest) {
            tokens.push(rest.operator);
        }
        rest = 'right' in rest ? rest.right : undefined;
    }
    return tokens;
}

function repeat(tokens: Token[], token: Token, times = 0): void {
    for (let count = 0; count < times; count++) {
        tokens.push(token);
    }
}

function readOperands(tokens: Token[]): BooleanTree {
    const first = readOperand(tokens);
    const operator = tokens[0];
    if (operator !== 'AND' && operator !== 'OR') {
        return first;
    }
    const operands = [first];
    while (tokens[0] === operator) {
        tokens.shift();
        operands.push(readOperand(tokens));
    }
    if (tokens[0] === 'AND' || tokens[0] === 'OR') {
        throw malformedQuery(`unexpected token: '${tokens[0]}' (put parentheses where AND and OR are mixed)`);
    }
    return { kind: operator, operands };
}

function readOperand(tokens: Token[]): BooleanTree {
    const token = tokens.shift();
    if (token === 'NOT') {
        return { kind: 'NOT', operand: readOperand(tokens) };
    }
    if (token === '(') {
        const inner = readOperands(tokens);
        if (tokens.shift() !== ')') {
            throw malformedQuery("expecting a right parentheses, found 'EOF'");
        }
        return inner;
    }
    if (token === undefined || typeof token === 'string') {
        throw malformedQuery(`unexpected token: '${describe(token)}'`);
    }
    return { kind: 'comparison', comparison: token };
}

function describe(token: Token | undefined): string {
    return typeof token === 'object' ? token.operator : (token ?? 'EOF');
}
