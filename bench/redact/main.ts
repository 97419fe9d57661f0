import { parseGatewayMessage } from 'c/gatewayMessage';
import { redactText } from 'c/redaction';
import { bodies } from './bodies.ts';
import { saveResults } from '../results.ts';

const WARM_UPS = 60;
const RUNS = 101;

/** What is asked of one core: megabytes (a million characters) a second, and milliseconds for the largest body. */
const REQUIRED_RATE = 20;
const REQUIRED_MILLISECONDS = 50;

const figures = Object.fromEntries(
    Object.entries(bodies()).map(([name, body]) => [
        name,
        {
            characters: body.length,
            // What the platform's own parser takes for the same text, to compare machines by.
            jsonParse: name.startsWith('json of') ? figure(body, () => JSON.parse(body)) : undefined,
            parseAndRedact: figure(body, () => parseGatewayMessage(body)),
            redactText: figure(body, () => redactText(body))
        }
    ])
);

const results = {
    runs: RUNS,
    bodies: figures
};
saveResults(import.meta.url, results);

for (const [name, { characters, parseAndRedact, redactText: inPlace }] of Object.entries(figures)) {
    process.stdout.write(`${name}, ${characters.toLocaleString('en-US')} characters
  parse and redact   ${format(parseAndRedact)}
  redact in place    ${format(inPlace)}
`);
}
const all = Object.values(figures).flatMap(({ parseAndRedact, redactText: inPlace }) => [parseAndRedact, inPlace]);
const isFastEnough = all.every(
    ({ megabytesPerSecond, slowest }) => megabytesPerSecond >= REQUIRED_RATE && slowest <= REQUIRED_MILLISECONDS
);
process.stdout.write(`required of all: ${REQUIRED_RATE} MB/s, and no run longer than ${REQUIRED_MILLISECONDS} ms\n`);
process.exitCode = isFastEnough ? 0 : 1;

interface Figure {
    /** By the median run. */
    megabytesPerSecond: number;
    median: number;
    slowest: number;
    /** The very first run, before anything is compiled for speed: what opening the first log takes. */
    first: number;
}

/** Milliseconds of processor time: what else the machine does at the moment does not count. */
function figure(body: string, work: () => unknown): Figure {
    const times = Array.from({ length: WARM_UPS + RUNS }, () => milliseconds(work));
    const warm = times.slice(WARM_UPS).sort((left, right) => left - right);
    const median = warm[Math.floor(RUNS / 2)] ?? 0;
    return {
        megabytesPerSecond: round(body.length / 1000 / median),
        median: round(median),
        slowest: round(warm.at(-1) ?? 0),
        first: round(times[0] ?? 0)
    };
}

function milliseconds(work: () => unknown): number {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
}

function round(number: number): number {
    return Math.round(number * 10) / 10;
}

function format({ megabytesPerSecond, median, slowest, first }: Figure): string {
    return `${megabytesPerSecond.toFixed(1).padStart(6)} MB/s   ${median} ms, slowest ${slowest} ms, first ${first} ms`;
}
