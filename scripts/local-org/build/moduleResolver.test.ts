import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ABSENT, createModuleResolver, GENERATED, type ModuleResolver } from './moduleResolver.ts';
import { createTestProject, type TestProject } from './testProject.ts';

let project: TestProject;
let resolver: ModuleResolver;

before(() => {
    project = createTestProject({
        'force-app/main/model/lwc/money/money.ts': '',
        'force-app/main/model/lwc/money/rounding.ts': '',
        // What a deploy build leaves beside the sources.
        'force-app/main/model/lwc/money/money.js': '',
        'force-app/main/model/lwc/money/rounding.js': '',
        'force-app/main/console/lwc/list/list.html': '',
        'shell/bar/bar.ts': ''
    });
    resolver = createModuleResolver(project.folders);
});

after(() => project.remove());

function inProject(name: string): string {
    return path.join(project.folders.root, name);
}

test('c/* is found in every area, in TypeScript before JavaScript', () => {
    assert.equal(resolver.resolve('c/money', undefined), inProject('force-app/main/model/lwc/money/money.ts'));
    assert.equal(resolver.resolve('c/list', undefined), inProject('force-app/main/console/lwc/list/list.html'));
});

test('local/* is found in the shell', () => {
    assert.equal(resolver.resolve('local/bar', undefined), inProject('shell/bar/bar.ts'));
});

test('files of a bundle are found without their extension, in TypeScript first', () => {
    const from = inProject('force-app/main/model/lwc/money/money.ts');
    assert.equal(resolver.resolve('./rounding', from), inProject('force-app/main/model/lwc/money/rounding.ts'));
});

test('a style sheet or a template that a bundle leaves out is no error', () => {
    const from = inProject('force-app/main/model/lwc/money/money.ts');
    assert.equal(resolver.resolve('./money.css', from), ABSENT);
    assert.equal(resolver.resolve('./money.scoped.css?scoped=true', from), ABSENT);
});

test('a stand-in comes before what the base components bring', () => {
    const timeZone = inProject('stand-ins/@salesforce/i18n/timeZone.ts');
    assert.equal(resolver.resolve('@salesforce/i18n/timeZone', undefined), timeZone);
    assert.match(resolver.resolve('@salesforce/i18n/currency', undefined) ?? '', /lightning-base-components/);
    assert.match(resolver.resolve('lightning/button', undefined) ?? '', /lightning\/button\/button\.js$/);
});

test('labels, Apex methods, schema and custom permissions are written by the build', () => {
    for (const name of [
        '@salesforce/label/c.Title',
        '@salesforce/apex/Reader.getPayments',
        '@salesforce/schema/Payment.Amount',
        '@salesforce/customPermission/Refunds'
    ]) {
        assert.equal(resolver.resolve(name, undefined), GENERATED + name);
    }
});

test('a platform module without a stand-in is an error that names the file to add', () => {
    const from = inProject('force-app/main/model/lwc/money/money.ts');
    assert.throws(() => resolver.resolve('lightning/messageService', from), {
        message:
            'There is no stand-in for the platform module "lightning/messageService" (imported by ' +
            'force-app/main/model/lwc/money/money.ts). Add the file stand-ins/lightning/messageService.ts.'
    });
});

test('a bundle that does not exist is an error that says where it would be', () => {
    assert.throws(
        () => resolver.resolve('c/nope', undefined),
        /no bundle "c\/nope"\. It would be the file force-app\/main\/<area>\/lwc\/nope\/nope\.ts/
    );
    assert.throws(() => resolver.resolve('local/nope', undefined), /shell\/nope\/nope\.ts/);
});

test('names that are not the platform’s are left to the bundler', () => {
    assert.equal(resolver.resolve('some-package', undefined), undefined);
    assert.equal(resolver.resolve('./helper.ts', inProject('shell/boot.ts')), undefined);
});
