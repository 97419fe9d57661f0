import { linkPayment } from 'c/paymentLink';
import { NO_RECORDS } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { LinkCase } from './linkCases';
import { LINK_CASES, ORDER_NUMBER, SANDBOX } from './linkCases';

/** No case may let one of these through. */
const SECRET = /_secret|\b[srp]k_(test|live|prod)_|whsec_|ephkey_/i;

function expectedOf({ link, own, from }: LinkCase) {
    return { link, own, from, leaks: [] };
}

function actualOf({ start, records, orderNumber = ORDER_NUMBER, settings = SANDBOX, hidden = [] }: LinkCase) {
    const summary = { Id: 'summary', OrderSummary: { OrderNumber: orderNumber ?? undefined } };
    const index = new RecordIndex({ ...NO_RECORDS, summary, ...records });
    const [payment] = index.byObject[start];
    if (payment === undefined) {
        throw new Error(`The case has no ${start} to start from.`);
    }
    const { link, trace, context } = linkPayment(payment, index, settings);
    const references = trace.steps.map((step) => step.reference);
    const shown = JSON.stringify([link, trace.own, trace.target, references, context]);
    const foundIn = trace.foundIn?.payment;
    return {
        link: link && { url: link.url, opens: link.opens, confidence: link.confidence },
        own: trace.own.kind,
        from: foundIn === payment ? undefined : foundIn?.record.Id,
        leaks: [...hidden.filter((text) => shown.includes(text)), ...(SECRET.exec(shown) ?? [])]
    };
}

const named = LINK_CASES.map((linkCase) => ({ name: linkCase.name, linkCase }));

describe('the link of each case', () => {
    it.each(named)('$name', ({ linkCase }) => {
        expect(actualOf(linkCase)).toEqual(expectedOf(linkCase));
    });
});

describe('the table', () => {
    it('has at least 190 cases, each with a name of its own', () => {
        expect(LINK_CASES.length).toBeGreaterThanOrEqual(190);
        expect(new Set(LINK_CASES.map(({ name }) => name)).size).toBe(LINK_CASES.length);
    });

    it('says of each case which document, which repository or which rule of this package it follows', () => {
        const aSource = /rule of this package: |\w\.\w+\/\w|\w\/[\w-]+|(Object|Apex) Reference|ISO\/IEC/;
        expect(LINK_CASES.filter(({ source }) => !aSource.test(source)).map(({ source }) => source)).toEqual([]);
    });
});
