import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { projectFolders } from '../build/folders.ts';
import { packageBundles } from '../build/packageBundles.ts';
import { childText, readMetadataFile } from '../schema/metadataFile.ts';
import { PAGE_TARGETS, readExposedComponents } from './exposedComponents.ts';

const { source } = projectFolders();
const bundles = packageBundles(source);

const exposed = PAGE_TARGETS.flatMap((target) => [...readExposedComponents(source, target).values()]);

for (const { componentName } of exposed) {
    const name = componentName.slice('c:'.length);
    const fileOf = (suffix: string) => path.join(bundles.get(name) ?? '', `${name}.${suffix}`);

    test(`App Builder shows ${name} with a name, help and an icon`, () => {
        const bundle = readMetadataFile(fileOf('js-meta.xml'));
        assert.ok(childText(bundle, 'masterLabel'));
        assert.ok(childText(bundle, 'description'));
        const properties = fs.readFileSync(fileOf('js-meta.xml'), 'utf8').match(/<property\b[^>]*>/g) ?? [];
        const unexplained = properties.filter((property) => !/ label="[^"]/s.test(property.replace(/\s+/g, ' ')));
        const withoutHelp = properties.filter((property) => !/description="[^"]/.test(property));
        assert.deepEqual([...unexplained, ...withoutHelp], []);
        const icon = fs.readFileSync(fileOf('svg'), 'utf8');
        assert.equal(XMLValidator.validate(icon), true);
        assert.match(icon, /<title>[^<]/);
    });
}
