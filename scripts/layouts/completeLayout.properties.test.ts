import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { RELATED_LISTS } from './relatedListColumns.ts';
import { complete, withoutInsertions } from './testLayouts.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 2000);

const LIST_NAMES = [...RELATED_LISTS.map(({ name }) => name), 'ProcessExceptions', 'payments'];
const COLUMN_NAMES = [
    ...new Set(RELATED_LISTS.flatMap(({ columns }) => columns)),
    ...['Date', 'CREATED_DATE', 'Own__c', 'gatewayrefnumber', '支払い😀__c']
];

/** Blanks, line ends and comments, such as stand between elements. */
const between = fc.constantFrom(
    ...['', '', '\n', '\n    ', '\r\n\t', '\r', '  ', '<!-- a -->', ' <!-- two\nlines --> ', '<?keep it?>\n    '],
    ...[
        '\n        <!-- <fields>Status</fields> -->\n        ',
        '\n    <!--😀--> \n',
        'text & more 😀'.replace('&', '&amp;')
    ]
);

/** A text as it may be written in XML. */
function written(names: readonly string[]): fc.Arbitrary<string> {
    return fc
        .tuple(fc.constantFrom(...names), fc.nat(4))
        .map(
            ([name, way]) =>
                [
                    name,
                    `<![CDATA[${name}]]>`,
                    ` ${name}\n`,
                    `${name}<!-- & < -->`,
                    `&#${name.codePointAt(0)};${[...name].slice(1).join('')}`
                ][way] ?? name
        );
}

function element(prefix: string, name: string, content: fc.Arbitrary<string>): fc.Arbitrary<string> {
    return fc
        .tuple(content, fc.constantFrom('', ' ', '\n  '), fc.constantFrom('', ' a="1"', " b='x>y'", '\r\n c="]]&gt;"'))
        .map(([inside, blank, attribute]) =>
            inside === ''
                ? `<${prefix}${name}${attribute}${blank}/>`
                : `<${prefix}${name}${attribute}${blank}>${inside}</${prefix}${name}${blank}>`
        );
}

function sequence(items: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
    return fc
        .tuple(fc.array(fc.tuple(between, items), { maxLength }), between)
        .map(([parts, end]) => parts.flat().join('') + end);
}

function relatedList(prefix: string): fc.Arbitrary<string> {
    const field = element(prefix, 'fields', written(COLUMN_NAMES));
    const other = fc.oneof(
        element(prefix, 'excludeButtons', fc.constant('New')),
        element(prefix, 'sortField', fc.constant('Name')),
        element(prefix, 'future', field),
        fc.constant('<o:fields xmlns:o="urn:other">Status</o:fields>')
    );
    const inside = fc.oneof({ weight: 5, arbitrary: field }, { weight: 1, arbitrary: other });
    const named = fc
        .tuple(sequence(inside, 12), element(prefix, 'relatedList', written(LIST_NAMES)), between)
        .map((parts) => parts.join(''));
    return element(
        prefix,
        'relatedLists',
        fc.oneof({ weight: 8, arbitrary: named }, { weight: 1, arbitrary: sequence(inside, 2) })
    );
}

/** Any layout that is well-formed, however unlikely. */
const anyLayout: fc.Arbitrary<string> = fc.constantFrom('', 'm:').chain((prefix) => {
    const list = relatedList(prefix);
    const other = fc.oneof(
        element(prefix, 'layoutSections', element(prefix, 'label', fc.constant('Information'))),
        element(prefix, 'miniLayout', list),
        element(prefix, 'showEmailCheckbox', fc.constant('false')),
        element(prefix, 'platformActionList', fc.constant('')),
        element(prefix, 'future', fc.constant('<![CDATA[<relatedLists>]]>'))
    );
    const declaration = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns';
    const children = fc.oneof({ weight: 2, arbitrary: list }, { weight: 1, arbitrary: other });
    return fc
        .tuple(
            fc.constantFrom('', '\uFEFF', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<!-- 😀 -->\n'),
            other,
            sequence(children, 8),
            fc.constantFrom('', '\n', '\r\n<!-- end -->')
        )
        .map(
            ([start, first, content, end]) =>
                `${start}<${prefix}Layout ${declaration}="http://soap.sforce.com/2006/04/metadata">${first}${content}</${prefix}Layout>${end}`
        );
});

function assertWellFormed(text: string): void {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => assert.fail(`${error.message}\n${text}`));
    parser.write(text).close();
}

test('of any layout, what was inserted can be cut out again, the result is well-formed, and a second run changes nothing', () => {
    fc.assert(
        fc.property(anyLayout, (original) => {
            assertWellFormed(original);
            const completed = complete(original);
            assert.equal(withoutInsertions(completed), original);
            assertWellFormed(completed.text);
            const again = complete(completed.text);
            assert.equal(again.text, completed.text);
            assert.deepEqual(again.added, []);
            assert.deepEqual(again.notAdded, completed.notAdded);
        }),
        { numRuns: RUNS }
    );
});

test('of any text, the bytes stay or it is refused with its place', () => {
    fc.assert(
        fc.property(fc.oneof(fc.string({ unit: 'binary' }), cutLayout()), (text) => {
            try {
                assert.equal(withoutInsertions(complete(text)), text);
            } catch (error) {
                assert.match(String(error), /^Error: test\.layout:\d+:/);
            }
        }),
        { numRuns: RUNS }
    );
});

/** A layout without a piece somewhere. */
function cutLayout(): fc.Arbitrary<string> {
    return fc
        .tuple(anyLayout, fc.nat(2000), fc.nat(20))
        .map(
            ([layout, start, length]) =>
                layout.slice(0, start % layout.length) + layout.slice((start % layout.length) + length)
        );
}
