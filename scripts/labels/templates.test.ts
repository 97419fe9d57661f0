import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../check/listFiles.ts';

/** The labels that a component hands to its template: `labels = { … }`, or a constant `LABELS` that it is set to. */
const HANDED = /\b(?:labels|LABELS) = \{([^}]*)\}/;
const READ = /\{labels\.(\w+)\}/g;
const READ_BY_CLASS = /\b(?:labels|LABELS)\.(\w+)/g;

/** A template of a component with what it reads of `labels`, and what its class has there. */
interface TemplateLabels {
    file: string;
    read: string[];
    handed: string[];
    readByClass: string[];
}

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** A name that the class lacks is no error where a template is compiled or drawn: there is just no text. */
function templateLabels(): TemplateLabels[] {
    return listFiles('force-app/main', '.html').map((file) => {
        const modules = listFiles(path.dirname(file), '.ts').filter((module) => !module.includes('__tests__'));
        const code = modules.map((module) => readFileSync(module, 'utf8')).join('\n');
        const [, members = ''] = HANDED.exec(code) ?? [];
        return {
            file,
            read: [...new Set(namesIn(readFileSync(file, 'utf8'), READ))],
            handed: members.split(',').flatMap((member) => /\w+/.exec(member) ?? []),
            readByClass: namesIn(code, READ_BY_CLASS)
        };
    });
}

test('a template reads no label that its class does not hand to it', () => {
    const templates = templateLabels();
    assert.ok(templates.some(({ read }) => read.length > 0));
    assert.deepEqual(
        templates.flatMap(({ file, read, handed }) =>
            read.filter((name) => !handed.includes(name)).map((name) => `{labels.${name}} in ${file}`)
        ),
        []
    );
});

test('a class hands its template no label that neither reads', () => {
    assert.deepEqual(
        templateLabels().flatMap(({ file, read, handed, readByClass }) =>
            handed
                .filter((name) => !read.includes(name) && !readByClass.includes(name))
                .map((name) => `${name}, handed to ${file}`)
        ),
        []
    );
});
