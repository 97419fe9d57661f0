import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, ProgressLine } from './progress.ts';

function record(isTTY: boolean) {
    const written: string[] = [];
    const time = { now: 0 };
    const progress = new ProgressLine({ write: (text) => written.push(text), isTTY }, () => time.now);
    return { written, time, progress };
}

test('elsewhere than on a terminal there is a line every ten seconds, with the time left', () => {
    const { written, time, progress } = record(false);
    progress.begin('Asking Stripe', 1000, 200);
    for (let second = 1; second <= 20; second += 1) {
        time.now = second * 1000;
        progress.advance(20);
    }
    assert.deepEqual(
        written.filter((text) => text !== ''),
        [
            'Asking Stripe: 200 of 1000, 0.0 a second\n',
            'Asking Stripe: 400 of 1000, 20.0 a second, 30 s left\n',
            'Asking Stripe: 600 of 1000, 20.0 a second, 20 s left\n'
        ]
    );
});

test('on a terminal one line is written over and over', () => {
    const { written, time, progress } = record(true);
    progress.begin('Reading');
    time.now = 250;
    progress.advance(7);
    progress.end();
    assert.ok(written.every((text) => text === '\n' || text.startsWith('\r')));
    assert.match(written.join(''), /Reading: 7/);
});

test('what is told meanwhile stands above the line that is written over', () => {
    const { written, progress } = record(true);
    progress.begin('Reading');
    progress.tell('Trying again.');
    assert.deepEqual(written.slice(1), ['\r\u001B[KTrying again.\n', '\r\u001B[KReading: 0']);
});

test('a duration has its two largest units', () => {
    assert.equal(duration(5), '5 s');
    assert.equal(duration(65), '1 min 5 s');
    assert.equal(duration(3600 + 125), '1 h 2 min');
});
