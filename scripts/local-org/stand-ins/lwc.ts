// Synthetic shadow first: LWC looks for it when it loads. Here, because the order of two imports elsewhere is lost where
// the build puts them into different files.
import '@lwc/synthetic-shadow';

export * from '@lwc/engine-dom';
