import type { GatewayReference } from 'c/gatewayReference';
import type { PaymentLink } from 'c/paymentLink';
import { linkPayment } from 'c/paymentLink';
import type { GatewaySetting, PaymentRecord, PaymentRecords } from 'c/paymentRecord';
import { RecordIndex } from 'c/paymentTrace';
import type { EvidenceSettings } from 'c/stripeEvidence';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';

/** A record, the link that the console shows for it, and the ids that Stripe is asked for. */
export interface RecordLink {
    payment: PaymentRecord;
    link: PaymentLink;
    /** The id in GatewayRefNumber. */
    own?: string;
    /** The id that the link opens. */
    target?: string;
    asked: readonly string[];
}

/** What the console knows besides the records. A person's choice of mode is in their browser alone. */
export function settingsOf(checkpoint: Checkpoint): EvidenceSettings {
    const rows = checkpoint.records('Stripe_Gateway_Setting__mdt');
    return {
        gatewaySettings: rows as readonly GatewaySetting[],
        isSandbox: checkpoint.state('sandbox') === 'yes',
        chosenModes: {}
    };
}

/** The links of records that belong together: of one order payment summary, or of a record without one. */
export function linksOf(records: PaymentRecords, settings: EvidenceSettings): RecordLink[] {
    const index = new RecordIndex(records);
    return Object.values(index.byObject)
        .flat()
        .map((payment) => {
            const link = linkPayment(payment, index, settings);
            const own = stripeId(link.trace.own);
            const target = stripeId(link.trace.target);
            const asked = [...new Set([own, target])].filter((id) => id !== undefined);
            return { payment, link, own, target, asked };
        });
}

function stripeId(reference: GatewayReference | undefined): string | undefined {
    return reference?.kind === 'stripe' || reference?.kind === 'stripeShaped' ? reference.id : undefined;
}
