import fs from 'node:fs';
import path from 'node:path';
import { UserError } from '../command/userError.ts';

/**
 * Keeps a second run of the same name out: two at a time would make things twice. A stopped command may still be under way,
 * such as after a kill of npm alone. What a killed run leaves behind keeps nobody out.
 *
 * @param folder is there
 * @returns lets the next run in
 * @throws UserError while another run is under way
 */
export function lockRun(folder: string, name: string): () => void {
    const file = path.join(folder, `${name}.pid`);
    for (;;) {
        try {
            fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
            return () => fs.rmSync(file, { force: true });
        } catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
                throw error;
            }
        }
        const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
        if (isRunning(pid)) {
            throw new UserError(
                `A run of this name is under way (process ${pid}). Wait for it. If there is none, delete ${file}.`
            );
        }
        fs.rmSync(file, { force: true });
    }
}

function isRunning(pid: number): boolean {
    if (!Number.isInteger(pid) || pid < 1 || pid === process.pid) {
        return false;
    }
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        // It is there, but of another user.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
