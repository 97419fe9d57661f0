import conflictText from '@salesforce/label/c.Payments_Explain_Conflict';
import modeText from '@salesforce/label/c.Payments_Explain_Mode';
import noAccount from '@salesforce/label/c.Payments_Explain_NoAccount';
import noLink from '@salesforce/label/c.Payments_Explain_NoLink';
import orderSearch from '@salesforce/label/c.Payments_Explain_OrderSearch';
import otherAccount from '@salesforce/label/c.Payments_Explain_OtherAccount';
import stepText from '@salesforce/label/c.Payments_Explain_Step';
import noPage from '@salesforce/label/c.Payments_Kind_NoPage';
import orderNumber from '@salesforce/label/c.Payments_Kind_OrderNumber';
import salesforceNumber from '@salesforce/label/c.Payments_Kind_Salesforce';
import unknown from '@salesforce/label/c.Payments_Kind_Unknown';
import none from '@salesforce/label/c.Payments_Reference_None';
import secret from '@salesforce/label/c.Payments_Reference_Secret';
import unsafe from '@salesforce/label/c.Payments_Reference_Unsafe';
import fromSetting from '@salesforce/label/c.Payments_Source_gatewaySetting';
import fromLivemode from '@salesforce/label/c.Payments_Source_livemode';
import fromOrg from '@salesforce/label/c.Payments_Source_orgDefault';
import fromPerson from '@salesforce/label/c.Payments_Source_personsChoice';
import fromFields from '@salesforce/label/c.Payments_Source_recordFields';
import fromReference from '@salesforce/label/c.Payments_Source_reference';
import fromRequestLog from '@salesforce/label/c.Payments_Source_requestLogUrl';
import { hasDashboardPage } from 'c/dashboardLink';
import { formatLabel, shownText } from 'c/displayFormat';
import type { GatewayReference } from 'c/gatewayReference';
import type { PaymentLink } from 'c/paymentLink';
import type { TraceStep } from 'c/paymentTrace';
import type { ContextEvidence, EvidenceSource, StripeContext } from 'c/stripeContext';
import { accountName, modeName, OBJECT_NAMES } from './linkText';
import { shownNumber } from './shownNumber';

const SOURCES: Readonly<Record<EvidenceSource, string>> = {
    reference: fromReference,
    requestLogUrl: fromRequestLog,
    recordFields: fromFields,
    livemode: fromLivemode,
    gatewaySetting: fromSetting,
    personsChoice: fromPerson,
    orgDefault: fromOrg
};

/** How a link was found, line by line: each field that was looked at, then what decided on account and mode. */
export function explainLink({ trace, context, link, looksLikeOtherAccount }: PaymentLink): string[] {
    return [
        ...trace.steps.map(explainStep),
        ...(trace.foundIn ? [] : [link ? orderSearch : noLink]),
        ...(link ? explainContext(context) : []),
        ...(looksLikeOtherAccount ? [otherAccount] : [])
    ];
}

function explainStep({ payment, field, reference }: TraceStep): string {
    return formatLabel(stepText, OBJECT_NAMES[payment.objectName], shownNumber(payment), field, nameOf(reference));
}

function nameOf(reference: GatewayReference): string {
    switch (reference.kind) {
        case 'stripe':
            return hasDashboardPage(reference) ? reference.id : formatLabel(noPage, reference.id);
        case 'stripeShaped':
            return formatLabel(noPage, reference.id);
        case 'salesforce':
            return formatLabel(salesforceNumber, reference.number);
        case 'orderNumber':
            return formatLabel(orderNumber, reference.number);
        case 'unknown':
            return formatLabel(unknown, shownText(reference.text));
        case 'secret':
            return secret;
        case 'unsafe':
            return unsafe;
        case 'empty':
            return none;
    }
}

function explainContext({ account, accountSource, mode, modeSource, conflicts }: StripeContext): string[] {
    return [
        modeSource ? formatLabel(modeText, modeName(mode), SOURCES[modeSource]) : modeName(mode),
        account && accountSource ? formatLabel(modeText, accountName(account), SOURCES[accountSource]) : noAccount,
        ...conflicts.map((conflict) => formatLabel(conflictText, describeEvidence(conflict)))
    ];
}

function describeEvidence({ source, account, mode }: ContextEvidence): string {
    const says = [account && accountName(account), mode && modeName(mode)].filter(Boolean).join(', ');
    return formatLabel(modeText, says, SOURCES[source]);
}
