import type { ComponentProblem, DeployedComponent, PackageContent } from './deployedComponents.ts';
import type { DeployOptions } from './deployOptions.ts';

/** What became of one component: Salesforce's DeployMessage. */
export interface DeployMessage {
    readonly changed: boolean;
    readonly columnNumber?: number;
    readonly componentType: string;
    readonly created: boolean;
    readonly createdDate: string;
    readonly deleted: boolean;
    readonly fileName: string;
    readonly fullName: string;
    readonly lineNumber?: number;
    readonly problem?: string;
    readonly problemType?: 'Error' | 'Warning';
    readonly success: boolean;
}

export interface ComponentMessages {
    readonly successes: readonly DeployMessage[];
    readonly failures: readonly DeployMessage[];
}

/** Salesforce's DeployResult. */
export type DeployResult = Readonly<Record<string, unknown>>;

/** Times in ISO form, as the API writes them. */
export interface DeployTimes {
    readonly created: string;
    readonly completed?: string;
}

/** Whether a component is new to the org, or differs from what it had. */
export type ComponentChange = 'created' | 'changed' | 'unchanged';

/** One message a component without a problem, and one a problem. */
export function toMessages(
    { components, problems }: PackageContent,
    changeOf: (component: DeployedComponent) => ComponentChange,
    date: string
): ComponentMessages {
    const failures = problems.flatMap((problem) => {
        const failed = failedComponents(components, problem);
        return failed.map((component) => failure(problem, component, date));
    });
    const failedKeys = new Set(failures.map(keyOf));
    const successes = components
        .map((component) => success(component, changeOf(component), date))
        .filter((message) => !failedKeys.has(keyOf(message)));
    return { successes, failures };
}

/** A deploy that is over. */
export function finishedResult(
    id: string,
    options: DeployOptions,
    messages: ComponentMessages,
    times: DeployTimes,
    user: { id: string; name: string }
): DeployResult {
    const { successes, failures } = messages;
    const succeeded = failures.length === 0;
    const status = succeeded ? 'Succeeded' : options.rollbackOnError ? 'Failed' : 'SucceededPartial';
    return {
        ...commonPart(id, options, times, user),
        done: true,
        status,
        success: succeeded,
        numberComponentErrors: failures.length,
        numberComponentsDeployed: successes.length,
        numberComponentsTotal: successes.length + failures.length,
        details: {
            componentFailures: failures,
            componentSuccesses: successes,
            runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
        }
    };
}

/** A deploy that is being checked. */
export function runningResult(
    id: string,
    options: DeployOptions,
    times: DeployTimes,
    user: { id: string; name: string }
): DeployResult {
    return {
        ...commonPart(id, options, times, user),
        done: false,
        status: 'InProgress',
        success: false,
        numberComponentErrors: 0,
        numberComponentsDeployed: 0,
        numberComponentsTotal: 0,
        details: {
            componentFailures: [],
            componentSuccesses: [],
            runTestResult: { numFailures: 0, numTestsRun: 0, totalTime: 0 }
        }
    };
}

/** A deploy that could not even be read. */
export function brokenResult(
    id: string,
    options: DeployOptions,
    message: string,
    times: DeployTimes,
    user: { id: string; name: string }
): DeployResult {
    return {
        ...runningResult(id, options, times, user),
        done: true,
        status: 'Failed',
        errorMessage: message,
        errorStatusCode: 'UNKNOWN_EXCEPTION'
    };
}

function commonPart(
    id: string,
    { checkOnly, rollbackOnError, testLevel }: DeployOptions,
    { created, completed }: DeployTimes,
    user: { id: string; name: string }
): Record<string, unknown> {
    const wantsTests = testLevel !== 'NoTestRun';
    return {
        id,
        checkOnly,
        completedDate: completed,
        createdBy: user.id,
        createdByName: user.name,
        createdDate: created,
        ignoreWarnings: false,
        lastModifiedDate: completed ?? created,
        numberTestErrors: 0,
        numberTestsCompleted: 0,
        numberTestsTotal: 0,
        rollbackOnError,
        runTestsEnabled: false,
        startDate: created,
        stateDetail: wantsTests ? 'The local org runs no Apex tests' : undefined
    };
}

/** A problem in a component's lines is that component's; any other is of the first component that the file belongs to. */
function failedComponents(
    components: readonly DeployedComponent[],
    { fileName, line, component }: ComponentProblem
): { type: string; fullName: string }[] {
    if (component) {
        return [component];
    }
    const ofFile = components.filter(({ files }) => files.includes(fileName));
    const inLines = ofFile.filter(
        ({ lines }) => lines && line !== undefined && lines.first <= line && line <= lines.last
    );
    const whole = ofFile.filter(({ lines }) => !lines);
    const found = inLines.length > 0 ? inLines : whole.length > 0 ? whole : ofFile;
    // A file that belongs to no component is named itself.
    return found.length > 0 ? found : [{ type: '', fullName: fileName }];
}

function failure(
    { fileName, message, line }: ComponentProblem,
    { type, fullName }: { type: string; fullName: string },
    createdDate: string
): DeployMessage {
    return {
        changed: false,
        ...(line === undefined ? {} : { columnNumber: 1, lineNumber: line }),
        componentType: type,
        created: false,
        createdDate,
        deleted: false,
        fileName,
        fullName,
        problem: message,
        problemType: 'Error',
        success: false
    };
}

function success(component: DeployedComponent, change: ComponentChange, createdDate: string): DeployMessage {
    return {
        changed: change === 'changed',
        componentType: component.type,
        created: change === 'created',
        createdDate,
        deleted: false,
        fileName: component.fileName,
        fullName: component.fullName,
        success: true
    };
}

function keyOf({ componentType, fullName }: DeployMessage): string {
    return `${componentType}#${fullName}`;
}
