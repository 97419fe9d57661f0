declare namespace jest {
    interface Matchers<R> {
        /** From @sa11y/jest: axe finds nothing wrong with the element. */
        toBeAccessible(): Promise<R>;
    }
}
