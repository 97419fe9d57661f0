import ts from 'typescript';

/** Where the typings of a payment intent list the codes of its last payment error. */
const PLACE = ['PaymentIntent', 'LastPaymentError', 'Code'] as const;

/**
 * The error codes in the typings of `last_payment_error`, sorted.
 * @param typings the text of PaymentIntents.d.ts
 * @throws where the typings do not list them at PaymentIntent.LastPaymentError.Code any more
 */
export function readErrorCodes(typings: string): string[] {
    const file = ts.createSourceFile('PaymentIntents.d.ts', typings, ts.ScriptTarget.Latest, true);
    const [intent, lastError, code] = PLACE;
    const statements = statementsIn(statementsIn(file.statements, intent), lastError);
    const alias = statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === code);
    const codes = alias === undefined ? [] : textsOf(alias.type);
    if (codes.length === 0) {
        throw new Error(`PaymentIntents.d.ts of the stripe package has no codes at ${PLACE.join('.')}.`);
    }
    return codes.sort();
}

/** The statements of every namespace of that name. */
function statementsIn(statements: Iterable<ts.Statement>, namespaceName: string): ts.Statement[] {
    return [...statements]
        .filter(ts.isModuleDeclaration)
        .filter(({ name }) => name.text === namespaceName)
        .flatMap(({ body }) => (body !== undefined && ts.isModuleBlock(body) ? [...body.statements] : []));
}

/** The texts of a union; its open member (any other string) is not one. */
function textsOf(type: ts.TypeNode): string[] {
    const members = ts.isUnionTypeNode(type) ? [...type.types] : [type];
    return members
        .filter(ts.isLiteralTypeNode)
        .flatMap(({ literal }) => (ts.isStringLiteral(literal) ? [literal.text] : []));
}
