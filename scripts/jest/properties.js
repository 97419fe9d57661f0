import fc from 'fast-check';

// How often each property is tried. The mutation tests run each test so often that they try less. The seed is fixed, so
// that a run means the same everywhere; PROPERTY_SEED looks elsewhere, and says so with every failure.
fc.configureGlobal({
    numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000),
    seed: Number(process.env.PROPERTY_SEED ?? 20_261_123)
});
