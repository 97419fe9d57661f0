import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { buildConsole } from './buildConsole.ts';
import { createTestProject, exposedBundle, type TestProject } from './testProject.ts';
import { watchConsole } from './watchConsole.ts';

const LABELS = 'force-app/main/setup/labels/CustomLabels.labels-meta.xml';
const LABELS_XML = `<CustomLabels>
    <labels><fullName>Count</fullName><value>{0} of {1} &amp; it&#8217;s more</value></labels>
</CustomLabels>`;
const CLASS = 'force-app/main/data/classes/Reader.cls';
const CLASS_TEXT = `public with sharing class Reader {
    // @AuraEnabled(cacheable=true) public static String old() {}
    @AuraEnabled(cacheable=true)
    public static List<Map<String, Object>> getPayments(Id recordId) { return null; }
    @AuraEnabled
    public static void save() {}
}`;
const LIST = 'force-app/main/console/lwc/list';

let project: TestProject | undefined;

afterEach(() => {
    project?.remove();
    project = undefined;
});

/** All code of a build of a project whose component `list` has these imports and this body. */
async function build(imports: string, body = '', html?: string) {
    const script = `import { LightningElement } from 'lwc';\n${imports}\nexport default class List extends LightningElement { ${body} }`;
    const files = { [LABELS]: LABELS_XML, [CLASS]: CLASS_TEXT, ...exposedBundle(LIST, script, html) };
    project = createTestProject(files);
    const built = await buildConsole({ mode: 'production', folders: project.folders });
    return { ...built, code: [...built.files.values()].join('\n') };
}

test('each component that pages may place is a file of its own, loaded when a page asks for it', async () => {
    const built = await build('', 'text = "only in the list";');
    const files = built.componentFiles.get('c:list') ?? [];
    assert.equal(files.length > 0, true);
    assert.equal(
        files.some((file) => built.files.get(file)?.includes('only in the list')),
        true
    );
    assert.equal(built.files.get(built.entry)?.includes('only in the list'), false);
});

test('a custom label is its text, with placeholders for the component to fill', async () => {
    const { code } = await build("import count from '@salesforce/label/c.Count';", 'label = count;');
    assert.match(code, /\{0\} of \{1\} & it’s more/);
});

test('a missing custom label is an error that names the label and the file', async () => {
    await assert.rejects(build("import nope from '@salesforce/label/c.Nope';", 'label = nope;'), {
        message:
            /There is no custom label "Nope"\. Add it to force-app\/main\/setup\/labels\/CustomLabels\.labels-meta\.xml\./
    });
});

test('an Apex method is called by its class and name, cacheable or not', async () => {
    const { code } = await build(
        "import getPayments from '@salesforce/apex/Reader.getPayments'; import save from '@salesforce/apex/Reader.save';",
        'both = [getPayments, save];'
    );
    assert.match(code, /[`"']Reader[`"'],\s*[`"']getPayments[`"']\)/);
    assert.match(code, /[`"']Reader[`"'],\s*[`"']save[`"']\)/);
});

test('a missing Apex method, also one in a comment, is an error that names it', async () => {
    await assert.rejects(build("import old from '@salesforce/apex/Reader.old';", 'old = old;'), {
        message: /There is no @AuraEnabled method "Reader\.old" in the Apex classes below force-app\/main/
    });
});

test('schema references have the platform’s shape', async () => {
    const { code } = await build("import amount from '@salesforce/schema/Payment.Amount';", 'field = amount;');
    assert.match(code, /objectApiName:[`"']Payment[`"'],fieldApiName:[`"']Amount[`"']/);
});

test('a mistake in a script that TypeScript would mend by guessing is an error with file and line', async () => {
    const script = `import { LightningElement } from 'lwc';
export default class List extends LightningElement {
    view() {
        return { text: String(1, class: 'x' };
    }
}`;
    project = createTestProject(exposedBundle(LIST, script));
    await assert.rejects(buildConsole({ mode: 'production', folders: project.folders }), ({ message }: Error) =>
        message.startsWith(`${LIST}/list.ts:4:`)
    );
});

test('a mistake in a template is an error with file, line and column', async () => {
    await assert.rejects(build('', '', '<template>\n    <p><b></p>\n</template>'), {
        message: /^force-app\/main\/console\/lwc\/list\/list\.html:3:\d+: LWC\d+: /
    });
});

test('a warning of the compiler names the file', async () => {
    const { warnings } = await build('', '', '<template><p title="a" aria-labell="b"></p></template>');
    assert.equal(
        warnings.every((warning) => warning.includes('list.html')),
        true
    );
});

test('watching builds again after a change, reports a broken build, and recovers', async () => {
    const script = (text: string) =>
        `import { LightningElement } from 'lwc'; export default class List extends LightningElement { text = '${text}'; }`;
    project = createTestProject(exposedBundle(LIST, script('text one of the list')));
    let result = '';
    let arrived: () => void = () => {};
    const tell = (text: string) => {
        result = text;
        arrived();
    };
    // A change may be seen in two steps, which makes two builds: what counts is what the last one gives.
    const until = async (wanted: string) => {
        while (result !== wanted) {
            await new Promise<void>((resolve) => {
                arrived = resolve;
            });
        }
    };
    const watcher = await watchConsole(
        { mode: 'production', folders: project.folders },
        {
            onBuild: (built) => tell([...built.files.values()].join().match(/text \w+ of the list/)?.[0] ?? ''),
            onError: (error) => tell(error.message.split(':')[0] ?? '')
        }
    );
    assert.equal(result, 'text one of the list');
    project.write(`${LIST}/list.ts`, script("broken' +"));
    await until(`${LIST}/list.ts`);
    project.write(`${LIST}/list.ts`, script('text two of the list'));
    await until('text two of the list');
    await watcher.close();
});
