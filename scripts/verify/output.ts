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

/** Waits whenever the reader does not keep up. */
async function writeTo(output: NodeJS.WriteStream, pieces: Iterable<string>): Promise<void> {
    for (const piece of pieces) {
        if (!output.write(piece)) {
            await once(output, 'drain');
        }
    }
}
