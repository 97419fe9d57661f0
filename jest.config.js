import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

// The same list that TypeScript resolves c/* by. Without it Jest would prefer a stale compiled .js beside the .ts.
const { paths } = JSON.parse(readFileSync(new URL('./tsconfig.paths.json', import.meta.url), 'utf8')).compilerOptions;
const bundles = Object.entries(paths).map(([name, [file]]) => [`^${name}$`, file.replace('./', '<rootDir>/')]);

export default {
    ...jestConfig,
    moduleFileExtensions: ['ts', 'js', 'html', 'json'],
    moduleNameMapper: {
        ...Object.fromEntries(bundles),
        // lwc 9 is published as ES modules first; Jest needs one CommonJS engine for preset, tests and components.
        '^lwc$': '<rootDir>/node_modules/@lwc/engine-dom/dist/index.cjs',
        '^lightning/modal$': '<rootDir>/scripts/jest/lightningModal.js',
        '^@lwc/(engine-dom|synthetic-shadow|wire-service)$': '<rootDir>/node_modules/@lwc/$1/dist/index.cjs'
    },
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/jest/setup.js'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    testPathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
    modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
    // Apart, because the transformer would take code without counters from the cache for code with them.
    ...(process.argv.includes('--coverage') && { cacheDirectory: '<rootDir>/node_modules/.cache/jest-coverage' }),
    collectCoverageFrom: ['force-app/main/*/lwc/**/*.ts', '!**/__tests__/**'],
    coverageReporters: ['text-summary', 'lcov'],
    // In percent; "global" is all that no other entry names.
    coverageThreshold: {
        global: { branches: 95, lines: 95 },
        'force-app/main/model/lwc/': { branches: 100, lines: 100 }
    },
    // In milliseconds. Long enough for axe on a slow machine; no test waits for time to pass.
    testTimeout: 60_000,
    // All cores: nothing else runs meanwhile.
    maxWorkers: '100%'
};
