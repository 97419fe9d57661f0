export function writeModulePaths(root: string): void;
export function modulePaths(root: string): string;
