import { childrenOf } from '../../metadata/readXml.ts';
import type { Problem } from '../project.ts';
import type { PackageNames } from './packageNames.ts';
import { repeatedNames } from './references.ts';

/** A label that is there twice: an org refuses the file. */
export function checkLabels(names: PackageNames): Problem[] {
    return names.filesOf('labels').flatMap((file) => repeatedNames(file, childrenOf(file.root, 'labels'), 'fullName'));
}
