import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { buildConsole, createConsoleBuilder } from './buildConsole.ts';
import { createTestProject, exposedBundle, type TestProject } from './testProject.ts';

const LIST = 'force-app/main/console/lwc/list';
const LABELS = 'force-app/main/setup/labels/CustomLabels.labels-meta.xml';
const LABELS_XML =
    '<CustomLabels><labels><fullName>Count</fullName><value>the text of the label</value></labels></CustomLabels>';

let project: TestProject | undefined;

afterEach(() => {
    project?.remove();
    project = undefined;
});

/** Builds a project whose one component has this body, for Lightning Web Security. */
async function build(body: string, html?: string) {
    const script = `import { LightningElement } from 'lwc'; import count from '@salesforce/label/c.Count';
        export default class List extends LightningElement { label = count; ${body} }`;
    project = createTestProject({ [LABELS]: LABELS_XML, ...exposedBundle(LIST, script, html) });
    return buildConsole({ mode: 'production', folders: project.folders, lightningWebSecurity: true });
}

/** The text that the sandbox evaluates, which a script holds as a string, and the code around it. */
async function splitBuild(body: string): Promise<{ inside: string; outside: string }> {
    const { files } = await build(body);
    const code = [...files.values()].join('\n');
    const [start, end] = [code.indexOf('(function (require, module, exports'), code.indexOf('exports.list = ')];
    assert.equal(start >= 0 && end > start, true);
    return { inside: code.slice(start, end), outside: code.slice(0, start) + code.slice(end) };
}

test('what the sandbox evaluates has the component, compiled for it', async () => {
    const { inside, outside } = await splitBuild('async wait() { await undefined; return window.location; }');
    assert.match(inside, /List = class extends lwc\.LightningElement/);
    assert.match(inside, /_asyncToGenerator/);
    assert.match(inside, /\? location : window\.location/);
    assert.doesNotMatch(outside, /_asyncToGenerator/);
});

test('what is of the platform stays outside the sandbox', async () => {
    const { inside, outside } = await splitBuild('');
    assert.match(inside, /require\((['"`\\]+)@salesforce\/label\/c\.Count\1\)/);
    assert.doesNotMatch(inside, /the text of the label/);
    assert.match(outside, /the text of the label/);
});

test('a change of a component is in the next build', async () => {
    const script = (text: string) =>
        `import { LightningElement } from 'lwc'; export default class List extends LightningElement { text = '${text}'; }`;
    project = createTestProject(exposedBundle(LIST, script('text one of the list')));
    const { folders } = project;
    const buildAgain = createConsoleBuilder({ mode: 'production', folders, lightningWebSecurity: true });
    const textIn = async () => [...(await buildAgain()).files.values()].join().match(/text \w+ of the list/)?.[0];
    assert.equal(await textIn(), 'text one of the list');
    project.write(`${LIST}/list.ts`, script('text two of the list'));
    assert.equal(await textIn(), 'text two of the list');
});

test('a mistake in a template is an error with file, line and column', async () => {
    await assert.rejects(build('', '<template>\n    <p><b></p>\n</template>'), {
        message: /^force-app\/main\/console\/lwc\/list\/list\.html:3:\d+: LWC\d+: /
    });
});
