import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem, Project } from './project.ts';

/** In the project's folder: what Code Analyzer finds and is meant so. */
export const EXPLANATIONS_FILE = 'config/code-analyzer-explanations.json';

/** Why all findings of a rule in a file are meant so. */
export interface Explanation {
    /** `engine:Rule`. */
    rule: string;
    /** Relative to the project's folder, with slashes. */
    file: string;
    reason: string;
}

/** Findings of these severities, critical and high, cannot be explained. */
const WORST_SEVERITIES: readonly number[] = [1, 2];

export function readExplanations(root: string): Explanation[] {
    const file = path.join(root, EXPLANATIONS_FILE);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Explanation[]) : [];
}

/** The findings that nothing explains, and the explanations that explain nothing or give no reason. */
export function applyExplanations(
    project: Project,
    problems: readonly (Problem & { rule: string })[],
    explanations: readonly Explanation[]
): Problem[] {
    const explains = (explanation: Explanation, problem: Problem & { rule: string }) =>
        explanation.rule === problem.rule && path.join(project.root, explanation.file) === problem.file;
    const isBad = ({ severity = 2 }: Problem) => WORST_SEVERITIES.includes(severity);
    const file = path.join(project.root, EXPLANATIONS_FILE);
    return [
        ...problems.filter((problem) => isBad(problem) || !explanations.some((each) => explains(each, problem))),
        ...explanations
            .filter((each) => !problems.some((problem) => !isBad(problem) && explains(each, problem)))
            .map((each) => ({
                file,
                message: `${each.rule} is not found in ${each.file} any more: delete its explanation`
            })),
        ...explanations
            .filter(({ reason }) => reason.trim() === '')
            .map((each) => ({ file, message: `${each.rule} in ${each.file} has no reason` }))
    ];
}
