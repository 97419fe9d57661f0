import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPLANATIONS_FILE } from '../explanations.ts';
import { createTestProject, inWords, replace } from '../testProject.ts';
import { checkCodeAnalyzer } from './codeAnalyzer.ts';

const READER = 'classes/Reader.cls';

test('a mistake is found, what is explained is not, and an explanation without a finding is one', async () => {
    const file = `force-app/main/${READER}`;
    const project = createTestProject({
        [READER]: replace('public with sharing class', 'public without sharing class'),
        [`/${EXPLANATIONS_FILE}`]: JSON.stringify([
            { rule: 'pmd:ApexDoc', file, reason: 'A test.' },
            { rule: 'pmd:AvoidGlobalModifier', file, reason: 'A test.' },
            { rule: 'sfge:MissingNullCheckOnSoqlVariable', file, reason: 'A test.' }
        ])
    });
    const found = inWords(await checkCodeAnalyzer(project)).join('\n');
    assert.match(
        found,
        /Reader.cls:\d+ pmd:ApexSharingViolations|Reader.cls:\d+ sfge:DatabaseOperationsMustUseWithSharing/
    );
    assert.match(found, /pmd:AvoidGlobalModifier is not found/);
    assert.doesNotMatch(found, /pmd:ApexDoc/);
});
