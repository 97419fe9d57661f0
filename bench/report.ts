import fs from 'node:fs';
import prettier from 'prettier';
import type { Summary } from './statistics.ts';

/** What `results.json` of the lists holds. */
interface ListResults {
    machine: { cpu: string; cores: number; node: string };
    milliseconds: Record<string, Summary>;
    ratios: Record<string, Summary>;
    memory: { cycles: number; heapGrowthBytes: number; nodesGrowth: number; listenersGrowth: number };
}

const SIZES = [10, 100, 1_000, 5_000, 10_000];
const SUBJECTS = {
    ours: 'ours',
    table: 'our table alone',
    plain: 'plain LWC',
    raw: 'raw DOM',
    datatable: 'lightning-datatable'
} as const;
const START = '<!-- Written by `npm run bench`. -->';
const END = '<!-- Up to here. -->';
const README = new URL('README.md', import.meta.url);
const CHART = new URL('chart.svg', import.meta.url);

/** Puts the last results into README.md, between its two marks, and draws the chart. */
export async function writeReport(): Promise<void> {
    const lists = JSON.parse(fs.readFileSync(new URL('lists/results.json', import.meta.url), 'utf8')) as ListResults;
    const readme = fs.readFileSync(README, 'utf8');
    const [before] = readme.split(START);
    const [, after] = readme.split(END);
    const text = [before, START, '\n\n', tables(lists), '\n', END, after].join('');
    fs.writeFileSync(README, await prettier.format(text, { parser: 'markdown', printWidth: 120 }));
    fs.writeFileSync(CHART, chart(lists));
}

function tables({ machine, milliseconds, ratios, memory }: ListResults): string {
    const figure = (name: string) => {
        const summary = milliseconds[name];
        return summary ? `${summary.median} (${summary.low}–${summary.high})` : '–';
    };
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
        [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
    const bySize = (measure: string) =>
        table(
            ['rows', ...Object.values(SUBJECTS)],
            SIZES.map((size) => [
                size.toLocaleString('en'),
                ...Object.keys(SUBJECTS).map((subject) => figure(`${measure} ${subject} ${size}`))
            ])
        );
    return [
        `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. Medians, and the interval of each in brackets.`,
        table(
            ['ratio', 'times'],
            Object.entries(ratios).map(([name, { median, low, high }]) => [name, `${median} (${low}–${high})`])
        ),
        'Milliseconds until all rows can be used:',
        bySize('usable'),
        'Milliseconds until the rows stand in the order of their amounts:',
        bySize('sort'),
        table(
            ['ours', 'figure'],
            [
                ['a letter in the filter of 10,000 rows, ms', figure('keystroke 10000')],
                ['_Show more_ of 10,000 rows, ms', figure('showMore 10')],
                ['longest frame of a scroll through 10,000 rows, ms', figure('scroll longest frame 10000')],
                ['frames over 50 ms in it', figure('scroll frames over 50 ms 10000')],
                [
                    `left after ${memory.cycles} times opening and closing 1,000 rows`,
                    `${Math.round(memory.heapGrowthBytes / 1024)} KB, ${memory.nodesGrowth} nodes, ${memory.listenersGrowth} listeners`
                ]
            ]
        )
    ].join('\n\n');
}

const COLORS: Record<keyof typeof SUBJECTS, string> = {
    ours: '#0176d3',
    table: '#2e844a',
    plain: '#747474',
    raw: '#c9c9c9',
    datatable: '#ba0517'
};
const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 70;
const BOTTOM = 40;

/** Time to usable by number of rows, both by powers of ten. */
function chart({ milliseconds }: ListResults): string {
    const x = (size: number) => LEFT + (Math.log10(size) - 1) * ((WIDTH - LEFT - 150) / 3);
    const y = (time: number) => HEIGHT - BOTTOM - (Math.log10(Math.max(10, time)) - 1) * ((HEIGHT - BOTTOM - 20) / 4);
    const lines = Object.entries(SUBJECTS).map(([subject, label], position) => {
        const points = SIZES.flatMap((size) => {
            const summary = milliseconds[`usable ${subject} ${size}`];
            return summary ? [[x(size), y(summary.median)] as const] : [];
        });
        const color = COLORS[subject as keyof typeof SUBJECTS];
        const path = points.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ');
        const legend = 40 + position * 20;
        return [
            `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="3"/>`,
            `<rect x="${WIDTH - 140}" y="${legend - 9}" width="12" height="12" fill="${color}"/>`,
            `<text x="${WIDTH - 122}" y="${legend + 2}">${label}</text>`
        ].join('\n');
    });
    const times = [10, 100, 1_000, 10_000, 100_000].map(
        (time) =>
            `<text x="${LEFT - 8}" y="${y(time) + 4}" text-anchor="end">${time.toLocaleString('en')} ms</text>
<line x1="${LEFT}" x2="${WIDTH - 150}" y1="${y(time)}" y2="${y(time)}" stroke="#e5e5e5"/>`
    );
    const sizes = [10, 100, 1_000, 10_000].map(
        (size) =>
            `<text x="${x(size)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`
    );
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="Milliseconds until all rows can be used, by number of rows">
<rect width="100%" height="100%" fill="#ffffff"/>
${[...times, ...sizes, ...lines].join('\n')}
<text x="${(LEFT + WIDTH - 150) / 2}" y="${HEIGHT - 4}" text-anchor="middle">rows</text>
</svg>
`;
}
