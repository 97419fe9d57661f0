import { apiVersion } from '../soql/records.ts';

/** `sf` asks version 51.0 when it logs in, whatever versions the org has. */
const OLDEST = 51;

/** The API versions that the local org answers to, oldest first. It behaves the same in all of them. */
export const apiVersions: readonly string[] = Array.from(
    { length: Number(apiVersion) - OLDEST + 1 },
    (_nothing, index) => `${OLDEST + index}.0`
);
