import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** A problem as rolldown and the LWC compiler report it. */
interface BuildProblem {
    message: string;
    id?: string;
    filename?: string;
    location?: { line?: number; column?: number };
    loc?: { line?: number; column?: number; file?: string };
    cause?: unknown;
}

/** One text for all problems of a failed build: the place (relative to the root) and what is wrong, a line each. */
export function describeBuildError(error: unknown, root: string): string {
    const problems = listOfProblems(error);
    const lines = problems.map((problem) => describeProblem(problem, root));
    return [...new Set(lines)].join('\n');
}

function listOfProblems(error: unknown): BuildProblem[] {
    if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) {
        return error.errors as BuildProblem[];
    }
    return [error instanceof Error ? error : { message: String(error) }];
}

function describeProblem(problem: BuildProblem, root: string): string {
    const file = problem.filename ?? problem.loc?.file ?? problem.id;
    const place = problem.location ?? problem.loc;
    const where = file ? `${relativeTo(root, file)}${place?.line ? `:${place.line}:${place.column ?? 0}` : ''}: ` : '';
    const message = stripVTControlCharacters(problem.message).replaceAll(root + path.sep, '');
    return message.startsWith(where) ? message : where + message;
}

function relativeTo(root: string, file: string): string {
    return path.isAbsolute(file) ? path.relative(root, file) : file.replace('\0', '');
}
