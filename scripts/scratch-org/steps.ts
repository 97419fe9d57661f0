import type { ScratchOrgOptions } from './options.ts';

/** One command on the way to the scratch org. */
export interface Step {
    what: string;
    command: { sf: readonly string[] } | { npm: readonly string[] };
    /** Why it is left out. */
    leftOut?: string;
}

const PERMISSION_SETS = ['Stripe_Payments_Admin', 'Stripe_Payments_Agent', 'Stripe_Payments_Personal_Data'];
const MINUTES = '60';

/** All commands in their order. The tests come after the seed, which they do not see. */
export function listSteps(options: ScratchOrgOptions, hasStripeKey: boolean): Step[] {
    const { alias, days, definition, test, open } = options;
    const target = ['--target-org', alias];
    const create = ['--definition-file', definition, '--alias', alias, '--duration-days', String(days)];
    const permissions = PERMISSION_SETS.flatMap((name) => ['--name', name]);
    const testStep: Step = {
        what: 'Run the Apex tests',
        command: { sf: ['apex', 'run', 'test', '--test-level', 'RunLocalTests', '--wait', MINUTES, ...target] }
    };
    const openStep: Step = {
        what: 'Open the org',
        command: { sf: ['org', 'open', '--path', 'lightning/n/Stripe_Payments_Setup', ...target] }
    };
    return [
        { what: 'Create the scratch org', command: { sf: ['org', 'create', 'scratch', ...create, '--wait', MINUTES] } },
        { what: 'Compile the package', command: { npm: ['build'] } },
        { what: 'Deploy it', command: { sf: ['project', 'deploy', 'start', '--wait', MINUTES, ...target] } },
        {
            what: 'Assign the permission sets',
            command: { sf: ['org', 'assign', 'permset', ...permissions, ...target] }
        },
        {
            what: 'Seed the org with test data',
            command: { npm: ['seed', ...target] },
            ...(!hasStripeKey && { leftOut: 'STRIPE_SECRET_KEY is not set' })
        },
        ...(test ? [testStep] : []),
        ...(open ? [openStep] : [])
    ];
}

/** As one would type it in the project's folder. */
export function commandLine({ command }: Step): string {
    if ('sf' in command) {
        return `npx sf ${command.sf.join(' ')}`;
    }
    const [script = '', ...scriptArguments] = command.npm;
    return ['npm run', script, ...(scriptArguments.length > 0 ? ['--', ...scriptArguments] : [])].join(' ');
}
