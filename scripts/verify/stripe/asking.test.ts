import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClock } from '../test/testWorld.ts';
import { Asking } from './asking.ts';
import { StripeProblem } from './stripeObjects.ts';

const RATE_LIMITED = new StripeProblem('Too many requests.', true);

/** Fails as often as told, then answers. */
function question(failures: number, problem: Error) {
    const asked = { times: 0 };
    const ask = () => {
        asked.times += 1;
        return asked.times > failures ? Promise.resolve('answer') : Promise.reject(problem);
    };
    return { asked, ask };
}

test('requests keep to the rate, all workers together', async () => {
    const clock = new TestClock();
    const asking = new Asking(10, clock);
    const { ask } = question(0, RATE_LIMITED);
    await Promise.all(Array.from({ length: 21 }, () => asking.ask(ask)));
    assert.ok(clock.now() >= 1900 && clock.now() <= 2100, String(clock.now()));
});

test('a request that Stripe has no room for is sent again, later each time', async () => {
    const clock = new TestClock();
    const { asked, ask } = question(4, RATE_LIMITED);
    assert.equal(await new Asking(1000, clock).ask(ask), 'answer');
    assert.equal(asked.times, 5);
    assert.deepEqual(
        clock.waited.map((each) => Math.round(each)),
        [500, 1000, 2000, 4000]
    );
});

test('a pause that takes a while is told once, however many requests failed at the same time', async () => {
    const told: string[] = [];
    const asking = new Asking(1000, new TestClock(), (problem) => told.push(problem));
    const problem = new StripeProblem('Too many requests.', true, 7000);
    let sent = 0;
    const failures: (() => void)[] = [];
    const ask = () => {
        sent += 1;
        if (sent > 3) {
            return Promise.resolve('answer');
        }
        const answer = new Promise<string>((_resolve, reject) => failures.push(() => reject(problem)));
        if (sent === 3) {
            failures.forEach((fail) => fail());
        }
        return answer;
    };
    await Promise.all([asking.ask(ask), asking.ask(ask), asking.ask(ask)]);
    assert.deepEqual(told, ['Too many requests. Trying again in 7 s.']);
});

test('it waits as long as Stripe asks for', async () => {
    const clock = new TestClock();
    const { ask } = question(1, new StripeProblem('Too many requests.', true, 7000));
    await new Asking(1000, clock).ask(ask);
    assert.equal(clock.now(), 7000);
});

test('while one waits, nobody sends anything', async () => {
    const clock = new TestClock();
    const asking = new Asking(1000, clock);
    await asking.ask(question(1, new StripeProblem('Too many requests.', true, 7000)).ask);
    const sentAt: number[] = [];
    const busy = question(1, new StripeProblem('Too many requests.', true, 5000));
    const first = asking.ask(busy.ask);
    const second = asking.ask(() => Promise.resolve(sentAt.push(clock.now())));
    await Promise.all([first, second]);
    assert.ok(sentAt.every((at) => at >= 7000));
});

test('it gives up in the end', async () => {
    const { asked, ask } = question(100, RATE_LIMITED);
    await assert.rejects(new Asking(1000, new TestClock()).ask(ask), RATE_LIMITED);
    assert.equal(asked.times, 8);
});

test('what cannot get better is asked once', async () => {
    const { asked, ask } = question(100, new StripeProblem('The key is not accepted.', false));
    await assert.rejects(new Asking(1000, new TestClock()).ask(ask), /not accepted/);
    assert.equal(asked.times, 1);
});
