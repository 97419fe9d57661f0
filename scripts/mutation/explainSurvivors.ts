/** The parts of Stryker's JSON report (mutation-testing-report-schema) that are read here. */
export interface MutationReport {
    files: Record<string, { source: string; mutants: Mutant[] }>;
}

interface Mutant {
    status: string;
    mutatorName: string;
    replacement?: string;
    location: { start: { line: number; column: number } };
}

/** Why a mutant may live: found by its file's name, its line of code and what it was replaced by. */
export interface Explanation {
    file: string;
    code: string;
    replacement: string;
    reason: string;
}

/** The survivors line by line, each with its reason, and how many have none. */
export function explainSurvivors(
    report: MutationReport,
    explanations: readonly Explanation[]
): { lines: string[]; unexplained: number } {
    const lines: string[] = [];
    let unexplained = 0;
    for (const [path, { source, mutants }] of Object.entries(report.files)) {
        const file = path.slice(path.lastIndexOf('/') + 1);
        const code = source.split('\n');
        for (const mutant of mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')) {
            const line = code[mutant.location.start.line - 1]?.trim() ?? '';
            const replacement = mutant.replacement ?? '';
            const reason = explanations.find(
                (known) => known.file === file && known.code === line && known.replacement === replacement
            )?.reason;
            unexplained += reason === undefined ? 1 : 0;
            lines.push(
                `${file}:${mutant.location.start.line}: ${line}  =>  ${replacement}`,
                `    ${reason ?? 'NOT EXPLAINED'}`
            );
        }
    }
    return { lines: [...lines, `${lines.length / 2} survivors, ${unexplained} of them not explained`], unexplained };
}
