import type { StripeMode } from 'c/gatewayReference';
import type { GatewaySetting } from 'c/paymentRecord';
import { isAccountId } from 'c/stripeContext';
import { gatewaySettingFor, modeOfSetting } from 'c/stripeEvidence';
import type { PaymentGateway, SetupFacts } from './facts';
import { recordsTellAll } from './recordEvidence';

/** A payment gateway and what is set for its links, apart from what its records tell. */
export interface GatewayView {
    gateway: PaymentGateway;
    name: string;
    account?: string;
    mode?: StripeMode;
    /** The setting of the gateway, or the default. */
    setting?: GatewaySetting;
    source: 'setting' | 'default' | 'sandbox' | 'none';
    /** Whether every record of the gateway tells its account and mode itself, so that the setting hardly matters. */
    isToldByRecords: boolean;
}

/** Each gateway with the account and mode that its links have where the records tell nothing. */
export function gatewayViews({ gateways = [], settings = [], isSandbox, links = [] }: SetupFacts): GatewayView[] {
    return gateways.map((gateway) => {
        const name = gateway.PaymentGatewayName ?? '';
        const setting = gatewaySettingFor(name, settings);
        const account = isAccountId(setting?.AccountId__c) ? setting.AccountId__c : undefined;
        const mode = modeOfSetting(setting);
        const isTold = account !== undefined || mode !== undefined;
        return {
            gateway,
            name,
            setting,
            account,
            mode: mode ?? (isSandbox ? 'test' : undefined),
            source: isTold ? sourceOf(setting) : isSandbox ? 'sandbox' : 'none',
            isToldByRecords: recordsTellAll(links.filter(({ gatewayName }) => gatewayName === name))
        };
    });
}

function sourceOf(setting: GatewaySetting | undefined): GatewayView['source'] {
    return setting?.PaymentGatewayName__c ? 'setting' : 'default';
}
