import jestConfig from '../../jest.config.js';

const { moduleFileExtensions, moduleNameMapper, modulePathIgnorePatterns, testPathIgnorePatterns, transform } =
    jestConfig;

/** For the mutation tests: the model alone, in plain Node. It has no DOM to wait for, and passing here proves it. */
export default {
    rootDir: '../..',
    testEnvironment: 'node',
    testMatch: ['**/model/lwc/**/__tests__/**/*.test.ts'],
    setupFilesAfterEnv: ['<rootDir>/scripts/jest/properties.js'],
    moduleFileExtensions,
    moduleNameMapper,
    modulePathIgnorePatterns,
    testPathIgnorePatterns,
    transform
};
