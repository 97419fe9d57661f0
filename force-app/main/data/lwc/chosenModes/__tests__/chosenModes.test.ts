import { readChosenModes, rememberMode } from 'c/chosenModes';

describe('chosenModes', () => {
    beforeEach(() => localStorage.clear());
    afterEach(() => jest.restoreAllMocks());

    it('remembers a choice for each gateway, and forgets it', () => {
        expect(readChosenModes()).toEqual({});
        rememberMode('gateway', 'live');
        rememberMode('', 'test');
        expect(readChosenModes()).toEqual({ gateway: 'live', '': 'test' });
        expect(rememberMode('gateway', undefined)).toEqual({ '': 'test' });
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
        expect(rememberMode('gateway', 'live')).toEqual({ gateway: 'live' });
        expect(readChosenModes()).toEqual({});
    });
});
