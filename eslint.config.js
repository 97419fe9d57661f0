import { readdirSync } from 'node:fs';
import sldsPlugin from '@salesforce-ux/eslint-plugin-slds';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The bundles of an area, as they are imported. */
function bundlesOf(area) {
    return readdirSync(new URL(`./force-app/main/${area}/lwc/`, import.meta.url)).map((name) => `c/${name}`);
}

/** Imports go one way: console -> data -> model, and scripts -> model. */
function mayNotImport(files, names, message) {
    return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group: names, message }] }] } };
}

const PLATFORM = ['lwc', 'lightning/*', '@salesforce/*'];

/** What people see. */
const PAGES = [...bundlesOf('console'), ...bundlesOf('setup')];

export default defineConfig([
    // The last one is a component in plain JavaScript, whose decorators only the LWC compiler reads.
    globalIgnores([
        'scripts/jest/lightningModal.js',
        '.stryker-tmp/',
        'coverage/',
        'test-results/',
        'playwright-report/',
        'force-app/**/*.js',
        '**/.cache/'
    ]),
    {
        files: ['**/lwc/**/*.ts', 'scripts/local-org/shell/**/*.ts'],
        extends: [lwcRecommended],
        languageOptions: { parser: tseslint.parser },
        rules: {
            // Every use here waits for something, never for time to pass.
            '@lwc/lwc/no-async-operation': 'error',
            '@lwc/lwc/no-leaky-event-listeners': 'error',
            '@lwc/lwc/no-inner-html': 'error',
            'no-console': 'error'
        }
    },
    {
        files: ['**/*.ts'],
        extends: [tseslint.configs.recommended],
        rules: {
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
            // The TypeScript compiler checks these, and knows types.
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'consistent-return': 'off',
            'default-case': 'off',
            'import/named': 'off',
            eqeqeq: 'error'
        }
    },
    {
        files: ['**/__tests__/**/*.ts'],
        extends: [jest.configs['flat/recommended']],
        languageOptions: { globals: { ...globals.jest, ...globals.node } },
        rules: {
            // Properties assert inside fast-check; accessibility by a matcher of its own.
            'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert'] }],
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            // Hostile texts are what some tests are about.
            'no-script-url': 'off'
        }
    },
    mayNotImport(
        ['force-app/main/model/lwc/**/*.ts'],
        [...PLATFORM, ...bundlesOf('data'), ...PAGES],
        'The model is pure: it imports nothing but the model.'
    ),
    mayNotImport(
        ['force-app/main/data/lwc/**/*.ts'],
        PAGES,
        'Data does not know the console and the set-up page: imports go console -> data -> model.'
    ),
    mayNotImport(['scripts/**/*.ts'], [...bundlesOf('data'), ...PAGES], 'Scripts import the model only.'),
    { files: ['force-app/**/*.css'], extends: [sldsPlugin.configs['flat/recommended-css']] },
    { files: ['force-app/**/*.html'], extends: [sldsPlugin.configs['flat/recommended-html']] }
]);
