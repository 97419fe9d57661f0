import { once } from 'node:events';
import fs from 'node:fs';
import { csvReport } from './report/csvReport.ts';
import { htmlReport } from './report/htmlReport.ts';
import { jsonReport } from './report/jsonReport.ts';
import type { Report, ReportFormat } from './report/report.ts';
import { tableReport } from './report/tableReport.ts';

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => Iterable<string>>> = {
    table: tableReport,
    csv: csvReport,
    json: jsonReport,
    html: htmlReport
};

/** Writes the report piece by piece. A file is there whole, or as it was before. */
export async function writeReport(report: Report, format: ReportFormat, file: string | undefined): Promise<void> {
    const pieces = WRITERS[format](report);
    if (file === undefined) {
        await writeTo(process.stdout, pieces);
        return;
    }
    const unfinished = `${file}.unfinished`;
    const output = fs.openSync(unfinished, 'w', 0o600);
    try {
        for (const piece of pieces) {
            fs.writeSync(output, piece);
        }
        fs.fsyncSync(output);
    } finally {
        fs.closeSync(output);
    }
    fs.renameSync(unfinished, file);
}

/** Waits whenever the reader does not keep up. One that goes away, as `head` does, has seen enough. */
async function writeTo(output: NodeJS.WriteStream, pieces: Iterable<string>): Promise<void> {
    let problem: NodeJS.ErrnoException | undefined;
    output.on('error', (error) => {
        problem = error;
    });
    for (const piece of pieces) {
        if (problem === undefined && !output.write(piece)) {
            // Rejects with an error of the output, which is told below.
            await once(output, 'drain').catch(() => undefined);
        }
    }
    if (problem !== undefined && problem.code !== 'EPIPE') {
        throw problem;
    }
}
