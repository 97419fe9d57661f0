/** What a client asks of a deploy: the part of Salesforce's DeployOptions that the local org heeds. */
export interface DeployOptions {
    /** Check only: nothing counts as deployed. */
    readonly checkOnly: boolean;
    /** One component that fails undoes all. */
    readonly rollbackOnError: boolean;
    /** Such as `NoTestRun` or `RunLocalTests`. The local org runs no tests whatever it says. */
    readonly testLevel: string;
}

/** @param values from JSON, or texts from XML. */
export function readDeployOptions(values: Readonly<Record<string, unknown>>): DeployOptions {
    return {
        checkOnly: String(values['checkOnly'] ?? false) === 'true',
        rollbackOnError: String(values['rollbackOnError'] ?? true) === 'true',
        testLevel: String(values['testLevel'] ?? 'NoTestRun')
    };
}
