import path from 'node:path';
import codeAnalyzer, { type EngineLogEvent, type Violation } from '@salesforce/code-analyzer-core';
import { createEnginePlugin as createPmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as createGraphEngine } from '@salesforce/code-analyzer-sfge-engine';
import { applyExplanations, readExplanations } from '../explanations.ts';
import { findJava } from '../java/findJava.ts';
import type { Problem, Project } from '../project.ts';
import type { Severity } from '../finding.ts';

const { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } = codeAnalyzer;

/**
 * PMD's recommended rules, and those of the graph engine, none of which is recommended yet. Without ApexFlsViolation:
 * where records pass Security.stripInaccessible for reading, it always says that it cannot verify what becomes of them.
 */
const RULES = [
    'pmd:Recommended',
    'sfge:ApexNullPointerException',
    'sfge:AvoidDatabaseOperationInLoop',
    'sfge:AvoidMultipleMassSchemaLookups',
    'sfge:DatabaseOperationsMustUseWithSharing',
    'sfge:MissingNullCheckOnSoqlVariable',
    'sfge:UnimplementedType'
];

/** What PMD and the graph engine look at. */
const ENDINGS = ['.cls', '.trigger', '.cls-meta.xml'];

/** Salesforce Code Analyzer, by its library. A finding needs an explanation, and an explanation its finding. */
export async function checkCodeAnalyzer(project: Project): Promise<Problem[]> {
    const files = project.files.filter((file) => ENDINGS.some((ending) => file.endsWith(ending)));
    const problems = files.length === 0 ? [] : await analyze(files, project.root);
    return applyExplanations(project, problems, readExplanations(project.root));
}

async function analyze(files: string[], root: string): Promise<(Problem & { rule: string })[]> {
    const engines = { pmd: { java_command: findJava() }, sfge: { java_command: findJava() } };
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ config_root: root, engines }));
    const failures: string[] = [];
    analyzer.onEvent(EventType.EngineLogEvent, ({ logLevel, message }: EngineLogEvent) => {
        if (logLevel === LogLevel.Error) {
            failures.push(message);
        }
    });
    await analyzer.addEnginePlugin(createPmd());
    await analyzer.addEnginePlugin(createGraphEngine());
    const workspace = await analyzer.createWorkspace(files);
    const rules = await analyzer.selectRules(RULES, { workspace });
    const results = await analyzer.run(rules, { workspace });
    if (failures.length > 0) {
        throw new Error(failures.join(' '));
    }
    return results.getViolations().map((violation) => toProblem(violation, root));
}

function toProblem(violation: Violation, root: string): Problem & { rule: string } {
    const rule = violation.getRule();
    const place = violation.getPrimaryLocation();
    const name = `${rule.getEngineName()}:${rule.getName()}`;
    return {
        rule: name,
        file: place.getFile() ?? path.join(root, 'sfdx-project.json'),
        line: place.getStartLine(),
        message: `${name}: ${violation.getMessage().replace(/\s+/g, ' ')}`,
        severity: rule.getSeverityLevel() satisfies number as Severity
    };
}
