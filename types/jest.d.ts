declare namespace jest {
    interface Matchers<R> {
        /** From @sa11y/jest: axe finds nothing wrong with the element. */
        toBeAccessible(): Promise<R>;
    }
}

/** What Jest puts in the place of an Apex method: see scripts/jest/apexMethod.js. */
interface ApexMock extends jest.Mock {
    answer(data: unknown): Promise<void>;
    fail(body?: unknown, status?: number): Promise<void>;
}
