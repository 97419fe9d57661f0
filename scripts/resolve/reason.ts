import { hasDashboardPage } from 'c/dashboardLink';
import type { DashboardLink } from 'c/dashboardLink';
import type { GatewayReference } from 'c/gatewayReference';
import type { PaymentLink } from 'c/paymentLink';
import type { PaymentTrace } from 'c/paymentTrace';
import type { StripeContext } from 'c/stripeContext';
import { label } from './labels.ts';

/** What the reference is. It is not repeated: it may be anything. */
const KINDS: Readonly<Record<GatewayReference['kind'], string>> = {
    stripe: 'The reference has no page of its own',
    stripeShaped: 'The reference has the shape of a Stripe id, but a prefix that is not known',
    salesforce: 'The reference is a number made up by Salesforce',
    orderNumber: 'The reference is an order number',
    secret: 'The reference holds a secret and is hidden',
    unsafe: 'The reference is not shown, because it is too long or holds characters that could do harm',
    empty: 'The reference is empty',
    unknown: "The reference is not Stripe's"
};

/**
 * Why a link is what it is, or why there is none: one sentence, its parts between semicolons. Besides the package's
 * labels it holds account ids, and ids and order numbers that the link opens.
 */
export function reasonOf(found: PaymentLink): string {
    const { trace, context, link, looksLikeOtherAccount } = found;
    const parts = [
        hasDashboardPage(trace.own) ? undefined : KINDS[trace.own.kind],
        ...(link ? [describeTarget(trace, link), ...describeContext(context)] : [label('Payments_Explain_NoLink')]),
        context.conflicts.length > 0 ? label('Payments_Warning_Conflict') : undefined,
        looksLikeOtherAccount ? label('Payments_Warning_OtherAccount') : undefined
    ];
    return toSentence(parts.filter((part) => part !== undefined));
}

function describeTarget(trace: PaymentTrace, link: DashboardLink): string {
    if (trace.foundIn === undefined) {
        return label('Payments_Explain_OrderSearch');
    }
    if (link.opens === 'search') {
        return `Searches Stripe for ${link.target}`;
    }
    const opened = `Opens ${label(`Payments_Page_${link.opens}`)} ${link.target}`;
    const isRelated = trace.foundIn.payment !== trace.steps[0]?.payment;
    return isRelated ? `${opened}, which is related reference ${trace.foundIn.payment.record.Id}` : opened;
}

function describeContext({ mode, account }: StripeContext): string[] {
    return [
        mode === undefined
            ? `${label('Payments_Link_UnknownMode')}, so this opens live mode`
            : label(mode === 'test' ? 'Payments_Link_TestMode' : 'Payments_Link_LiveMode'),
        account === undefined ? label('Payments_Explain_NoAccount') : label('Payments_Link_Account', account)
    ];
}

/** Joins labels, some of which are sentences, to one sentence. */
function toSentence([first = '', ...others]: readonly string[]): string {
    const clauses = others.map((text) => text.charAt(0).toLowerCase() + text.slice(1));
    return `${[first, ...clauses].map((text) => text.replace(/\.$/, '')).join('; ')}.`;
}
