import { workWhenIdle } from '../idleWork';

const items = Array.from({ length: 1000 }, (_, index) => index);

/** Each look at the clock costs a millisecond, so that a slice ends after eight items. */
function mockClock(): void {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 1));
}

describe('workWhenIdle', () => {
    beforeEach(() => jest.useFakeTimers());

    it('does everything once, in order, slice by slice, and says when it is done', () => {
        mockClock();
        const done: number[] = [];
        const whenDone = jest.fn();
        workWhenIdle(items, (item) => done.push(item), whenDone);
        expect(done).toEqual([]);
        jest.runOnlyPendingTimers();
        expect(done.length).toBeGreaterThan(0);
        expect(done.length).toBeLessThan(20);
        expect(whenDone).not.toHaveBeenCalled();
        jest.runAllTimers();
        expect(done).toEqual(items);
        expect(whenDone).toHaveBeenCalledTimes(1);
    });

    it('stops when it is told to', () => {
        mockClock();
        const work = jest.fn();
        const whenDone = jest.fn();
        const stop = workWhenIdle(items, work, whenDone);
        jest.runOnlyPendingTimers();
        const calls = work.mock.calls.length;
        stop();
        jest.runAllTimers();
        expect(work).toHaveBeenCalledTimes(calls);
        expect(whenDone).not.toHaveBeenCalled();
    });

    it('uses the idle time of browsers that tell of it', () => {
        const callbacks: (() => void)[] = [];
        const cancelIdleCallback = jest.fn();
        Object.assign(globalThis, {
            requestIdleCallback: (callback: () => void) => callbacks.push(callback),
            cancelIdleCallback
        });
        const work = jest.fn();
        const stop = workWhenIdle([1], work, () => undefined);
        stop();
        expect(cancelIdleCallback).toHaveBeenCalledWith(1);
        callbacks[0]?.();
        expect(work).toHaveBeenCalledWith(1);
        Reflect.deleteProperty(globalThis, 'requestIdleCallback');
        Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
    });

    afterEach(() => {
        jest.useRealTimers();
        jest.restoreAllMocks();
    });
});
