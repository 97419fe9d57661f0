/**
 * Calls `stop` when the process that started this one is gone, however it ended (see run.mjs), or calls it at once where that
 * is so already: a command that was killed does not go on behind the user's back. Does not keep this process alive.
 */
export function stopWithParent(stop: () => void): void {
    // Undefined where nobody opened a channel.
    if (process.connected === false) {
        stop();
        return;
    }
    process.once('disconnect', stop);
    process.channel?.unref();
}
