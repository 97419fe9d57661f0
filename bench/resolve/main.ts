import { answer } from '../../scripts/resolve/answer.ts';
import { readRequest } from '../../scripts/resolve/request.ts';
import { resolveRequest } from '../../scripts/resolve/resolveRequest.ts';
import { requestLines } from './requests.ts';
import { saveResults } from '../results.ts';

const COUNT = 100_000;
const WARM_UPS = 2;
const RUNS = 9;

/** What is asked of the model: references a second, on one core. */
const REQUIRED = 100_000;

const lines = requestLines(COUNT);
const requests = lines.map((line) => readRequest(JSON.parse(line)));

const parsing = perSecond(() => lines.forEach((line) => JSON.parse(line)));
const model = perSecond(() => requests.forEach((request) => resolveRequest(request)));
const command = perSecond(() => lines.forEach((line) => JSON.stringify(answer('Line 1', () => JSON.parse(line)))));

const results = {
    references: COUNT,
    runs: RUNS,
    medianReferencesPerProcessorSecond: { parsing, model, command },
    timesSlowerThanParsing: { model: ratio(parsing, model), command: ratio(parsing, command) }
};

saveResults(import.meta.url, results);
process.stdout.write(`References a second of processor time, median of ${RUNS} runs:
  only parsing the JSON  ${format(parsing)}
  the model              ${format(model)} (required: ${format(REQUIRED)})
  the command's line     ${format(command)}
`);
process.exitCode = model < REQUIRED ? 1 : 0;

/**
 * The median over the runs, by processor time: what else the machine does at the moment does not count, but the
 * collection of garbage on further cores does. The first runs are left out: they compile.
 */
function perSecond(work: () => void): number {
    const figures = Array.from({ length: WARM_UPS + RUNS }, () => {
        const start = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(start);
        return Math.round((COUNT * 1_000_000) / (user + system));
    });
    const sorted = figures.slice(WARM_UPS).sort((left, right) => left - right);
    return sorted[Math.floor(RUNS / 2)] ?? 0;
}

function ratio(baseline: number, figure: number): number {
    return Number((baseline / figure).toFixed(1));
}

function format(figure: number): string {
    return figure.toLocaleString('en-US').padStart(9);
}
