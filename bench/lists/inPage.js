/* Runs in the page of the subjects. Times are in milliseconds. */

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const settled = async () => {
    await nextFrame();
    await nextFrame();
};
const whenIdle = () =>
    new Promise((resolve) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(resolve), 500)));

/** Runs the code of the subject once, so that the browser has compiled it and loaded the icons. */
async function warmUp(subject) {
    const element = window.subjects[subject].prepare(60).draw();
    await whenIdle();
    element.remove();
    await settled();
}

/** Makes what `draw` and `sort` need. */
async function prepare(subject, size) {
    await warmUp(subject);
    window.drawing = window.subjects[subject].prepare(size);
    await settled();
}

async function draw() {
    const start = performance.now();
    window.element = window.drawing.draw();
    await settled();
    return performance.now() - start;
}

async function sort() {
    await whenIdle();
    const start = performance.now();
    window.drawing.sort(window.element);
    await settled();
    return performance.now() - start;
}

/** Shows our list, and waits until its rows know their text: it makes that while it is idle. */
async function show(size) {
    await warmUp('ours');
    const list = window.subjects.ours.prepare(size).draw();
    while (!list.shadowRoot.querySelector('c-record-table').isSearchable) {
        await nextFrame();
    }
    await whenIdle();
}

function noteKeystroke() {
    window.keystroke = new Promise((resolve) => {
        document.addEventListener(
            'keydown',
            (event) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp))),
            { once: true, capture: true }
        );
    });
}

async function showMore(size) {
    await warmUp('ours');
    const list = window.subjects.ours.prepare(size).draw();
    list.rowCount = 10;
    await whenIdle();
    const button = list.shadowRoot.querySelector('[slot="footer"] lightning-button');
    const start = performance.now();
    button.click();
    await settled();
    return performance.now() - start;
}

async function openAndClose(subject, size, cycles) {
    await warmUp(subject);
    const drawing = window.subjects[subject].prepare(size);
    for (let cycle = 0; cycle < cycles; cycle += 1) {
        const element = drawing.draw();
        await whenIdle();
        element.remove();
        await settled();
    }
}

/** From now on, how long each frame takes that the browser calls long, else none. */
function noteFrames() {
    window.longFrames = [];
    new PerformanceObserver((list) => {
        window.longFrames.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'long-animation-frame', buffered: false });
}

async function frames() {
    await whenIdle();
    return window.longFrames;
}
