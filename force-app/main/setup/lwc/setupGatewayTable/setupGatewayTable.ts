import { api, LightningElement } from 'lwc';
import account from '@salesforce/label/c.Payments_Setup_Gateways_Account';
import finding from '@salesforce/label/c.Payments_Setup_Gateways_Finding';
import gateway from '@salesforce/label/c.Payments_Setup_Gateways_Gateway';
import live from '@salesforce/label/c.Payments_Setup_Gateways_Live';
import mode from '@salesforce/label/c.Payments_Setup_Gateways_Mode';
import noGateways from '@salesforce/label/c.Payments_Setup_Gateways_None';
import notSet from '@salesforce/label/c.Payments_Setup_Gateways_NotSet';
import ready from '@salesforce/label/c.Payments_Setup_Gateways_Ready';
import source from '@salesforce/label/c.Payments_Setup_Gateways_Source';
import sourceDefault from '@salesforce/label/c.Payments_Setup_Gateways_Source_default';
import sourceNone from '@salesforce/label/c.Payments_Setup_Gateways_Source_none';
import sourceSandbox from '@salesforce/label/c.Payments_Setup_Gateways_Source_sandbox';
import sourceSetting from '@salesforce/label/c.Payments_Setup_Gateways_Source_setting';
import test from '@salesforce/label/c.Payments_Setup_Gateways_Test';
import title from '@salesforce/label/c.Payments_Setup_Gateways_Title';
import toldByRecords from '@salesforce/label/c.Payments_Setup_Gateways_ToldByRecords';
import { formatLabel, shownText } from 'c/displayFormat';
import { findingInWords } from 'c/setupFindingList';
import type { GatewayView, SetupFinding } from 'c/setupFindings';

const SOURCES: Readonly<Record<GatewayView['source'], string>> = {
    setting: sourceSetting,
    default: sourceDefault,
    sandbox: sourceSandbox,
    none: sourceNone
};

/** In characters: a longer name may break anywhere, so that it does not make the page wide. */
const USUAL_LENGTH = 40;

/** The payment gateways with the account and mode that are set for them, and what is missing. */
export default class SetupGatewayTable extends LightningElement {
    @api gateways: readonly GatewayView[] = [];
    @api findings: readonly SetupFinding[] = [];

    labels = { account, finding, gateway, mode, noGateways, source, title };

    get hasGateways(): boolean {
        return this.gateways.length > 0;
    }

    get rows() {
        return this.gateways.map((view) => ({
            id: view.gateway.Id,
            record: { recordId: view.gateway.Id, objectName: 'PaymentGateway' },
            class: view.name.length > USUAL_LENGTH ? 'overlong' : undefined,
            name: shownText(view.name) || view.gateway.Id,
            account: view.account ?? notSet,
            mode: view.mode === undefined ? notSet : view.mode === 'live' ? live : test,
            source: formatLabel(SOURCES[view.source], shownText(view.setting?.MasterLabel ?? '')),
            notes: this.notesOf(view).map((text, key) => ({ key, text }))
        }));
    }

    private notesOf({ name, isToldByRecords }: GatewayView): string[] {
        const own = this.findings.filter((found) => 'gatewayName' in found && found.gatewayName === name);
        const texts = own.length > 0 ? own.map((found) => findingInWords(found).what) : [ready];
        return isToldByRecords ? [...texts, toldByRecords] : texts;
    }
}
