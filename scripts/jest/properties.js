import fc from 'fast-check';

// How often each property is tried. The mutation tests run each test so often that they try less.
fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000) });
