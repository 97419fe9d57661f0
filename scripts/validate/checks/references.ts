import { checkCustomMetadata } from '../references/customMetadata.ts';
import { checkFields } from '../references/fields.ts';
import { checkFlexiPages } from '../references/flexiPages.ts';
import { checkLabels } from '../references/labels.ts';
import { checkLayouts } from '../references/layouts.ts';
import { checkModules } from '../references/modules.ts';
import { PackageNames } from '../references/packageNames.ts';
import { checkPermissionSets } from '../references/permissionSets.ts';
import { checkTabs } from '../references/tabs.ts';
import { checkTranslations } from '../references/translations.ts';
import type { Problem, Project } from '../project.ts';

const CHECKS = [
    checkCustomMetadata,
    checkFields,
    checkFlexiPages,
    checkLabels,
    checkLayouts,
    checkModules,
    checkPermissionSets,
    checkTabs,
    checkTranslations
];

/** Whatever metadata and code name by its API name is in the package, or among the standard objects. */
export async function checkReferences(project: Project): Promise<Problem[]> {
    const names = new PackageNames(project);
    return CHECKS.flatMap((check) => check(names));
}
