/** What SQLite stores. Never a boolean: libsql ends the process when one is bound. */
export type SqlValue = string | number | null;

/** A piece of SQL text with the values of its `?` placeholders, in order. */
export interface Sql {
    readonly text: string;
    readonly parameters: readonly SqlValue[];
}

/** Builds SQL from a template whose holes take other pieces of SQL only: a value gets in by `parameter` alone. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
    let text = strings[0] ?? '';
    pieces.forEach((piece, index) => {
        text += piece.text + (strings[index + 1] ?? '');
    });
    return { text, parameters: pieces.flatMap((piece) => piece.parameters) };
}

export function parameter(value: SqlValue): Sql {
    return { text: '?', parameters: [value] };
}

/** A table or column name. */
export function identifier(name: string): Sql {
    return { text: `"${name.replaceAll('"', '""')}"`, parameters: [] };
}

export function joinSql(pieces: readonly Sql[], separator: string): Sql {
    return {
        text: pieces.map((piece) => piece.text).join(separator),
        parameters: pieces.flatMap((piece) => piece.parameters)
    };
}

export const noSql: Sql = sql``;
