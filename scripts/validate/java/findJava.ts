import { spawnSync } from 'node:child_process';
import { installWithApt } from '../../check/installWithApt.ts';
import { UserError } from '../../command/userError.ts';

const LOWEST_VERSION = 11;

/**
 * Makes sure that there is a Java for PMD, the graph engine and the Apex type checker. On Debian and its kin one is
 * installed with apt where none is there.
 * @returns the command
 * @throws UserError with what to install where there is none and none can be had
 */
export function findJava(): string {
    const version = javaVersion() ?? installJava();
    if (version === undefined || version < LOWEST_VERSION) {
        const found = version === undefined ? 'there is none on the path' : `this is Java ${version}`;
        throw new UserError(
            `The checks of Apex need Java ${LOWEST_VERSION} or newer; ${found}. Install a JRE or JDK, from https://adoptium.net for example.`
        );
    }
    return 'java';
}

function installJava(): number | undefined {
    installWithApt('Installing Java with apt for the checks of Apex.', ['default-jre-headless']);
    return javaVersion();
}

/** The major version: 17 for `17.0.15`, 8 for `1.8.0_402`; undefined without Java. */
function javaVersion(): number | undefined {
    const { stderr, status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
    const version = status === 0 ? /version "(?:1\.)?(\d+)/.exec(stderr)?.[1] : undefined;
    return version === undefined ? undefined : Number(version);
}
