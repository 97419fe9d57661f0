import { api, LightningElement } from 'lwc';
import malformed from '@salesforce/label/c.Payments_Settings_Malformed';
import { formatLabel } from 'c/displayFormat';
import type { EvidenceSettings } from 'c/stripeEvidence';
import { malformedSettings, NO_SETTINGS } from 'c/stripeEvidence';

/** Names the gateway settings that cannot be used, so that an admin comes to know of them. */
export default class SettingsNotice extends LightningElement {
    @api settings: EvidenceSettings = NO_SETTINGS;

    get problems(): { id: string; text: string }[] {
        return malformedSettings(this.settings.gatewaySettings).map(({ Id, MasterLabel }) => ({
            id: Id,
            text: formatLabel(malformed, MasterLabel ?? Id)
        }));
    }
}
