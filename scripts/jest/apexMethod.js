/**
 * An Apex method as a Jest mock: each call waits until the test answers it, or lets it fail as an org does.
 * `answer` and `fail` settle the calls that wait, and resolve once the components have taken that in.
 */
export function createApexMethod() {
    let calls = [];
    const method = jest.fn(() => new Promise((resolve, reject) => calls.push({ resolve, reject })));
    const settle = (how) => {
        const waiting = calls;
        calls = [];
        waiting.forEach(how);
        return new Promise(process.nextTick);
    };
    return Object.assign(method, {
        isAsked: () => calls.length > 0,
        answer: (data) => settle(({ resolve }) => resolve(data)),
        fail: (body, status) => settle(({ reject }) => reject({ status, body }))
    });
}
