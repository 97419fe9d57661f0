import { onChosenModes, readChosenModes, rememberMode } from 'c/chosenModes';

describe('chosenModes', () => {
    beforeEach(() => localStorage.clear());
    afterEach(() => jest.restoreAllMocks());

    it('remembers a choice for each gateway, and forgets it', () => {
        expect(readChosenModes()).toEqual({});
        rememberMode('gateway', 'live');
        rememberMode('', 'test');
        expect(readChosenModes()).toEqual({ gateway: 'live', '': 'test' });
        rememberMode('gateway', undefined);
        expect(readChosenModes()).toEqual({ '': 'test' });
    });

    it.each(['not JSON', 'null', '[]', '{"gateway":"prod"}', '7'])('takes nothing from the spoilt %j', (stored) => {
        localStorage.setItem('stripePayments.chosenModes', stored);
        expect(readChosenModes()).toEqual({});
    });

    it('keeps the choice for the page where the browser keeps nothing', () => {
        const refuse = () => {
            throw new DOMException('denied', 'SecurityError');
        };
        jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
        const heard = jest.fn();
        const stop = onChosenModes(heard);
        rememberMode('gateway', 'live');
        expect(heard).toHaveBeenCalledWith({ gateway: 'live' });
        expect(readChosenModes()).toEqual({});
        stop();
    });

    it('tells everybody of a choice until they stop listening', () => {
        const [one, other] = [jest.fn(), jest.fn()];
        const stops = [one, other].map(onChosenModes);
        rememberMode('gateway', 'live');
        stops[0]?.();
        rememberMode('gateway', undefined);
        expect(one.mock.calls).toEqual([[{ gateway: 'live' }]]);
        expect(other.mock.calls).toEqual([[{ gateway: 'live' }], [{}]]);
        stops[1]?.();
    });
});
