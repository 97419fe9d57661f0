import fs from 'node:fs';
import { UserError } from './userError.ts';

/**
 * Keeps a second process out. A stopped command may still be under way, such as after a kill of npm alone. What a killed
 * process leaves behind keeps nobody out.
 *
 * @param file holds the process's id while it is under way; its folder is there
 * @param problem what is said to a second process, as a sentence without its full stop
 * @returns lets the next one in; the end of the process does too
 * @throws UserError while another process is under way
 */
export function lock(file: string, problem: string): () => void {
    for (;;) {
        try {
            fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
            const unlock = () => {
                process.off('exit', unlock);
                fs.rmSync(file, { force: true });
            };
            process.on('exit', unlock);
            return unlock;
        } catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
                throw error;
            }
        }
        const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
        if (isRunning(pid)) {
            throw new UserError(`${problem} (process ${pid}). Wait for it. If there is none, delete ${file}.`);
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
