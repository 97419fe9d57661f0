export function isInstallNeeded(root: string): boolean;
export function install(root: string): number;
export function rememberInstall(root: string): void;
