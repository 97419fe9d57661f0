import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runningUserId } from '../store/database.ts';
import userId from './@salesforce/user/Id.ts';

test('the user that components see is the one who owns the local org’s records', () => {
    assert.equal(userId, runningUserId);
});
