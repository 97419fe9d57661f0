import { api, LightningElement } from 'lwc';
import packageComponents from 'local/packageComponents';

/** A component of the package, made with what Lightning gives it on the page. */
export default class PackageComponent extends LightningElement {
    @api componentName = '';
    @api properties: Record<string, string | number | boolean> = {};
    /** Undefined on an app page: as on the platform, its components are then not told of a record. */
    @api recordId?: string;
    @api objectApiName?: string;

    constructorOfComponent?: typeof LightningElement;
    failure = '';

    override async connectedCallback() {
        await this.load();
    }

    override errorCallback(error: Error) {
        // eslint-disable-next-line no-console -- the component's developer looks there
        console.error(error);
        this.failure = `The component failed: ${error.message}`;
    }

    get allProperties() {
        const { recordId, objectApiName } = this;
        return recordId === undefined ? this.properties : { ...this.properties, recordId, objectApiName };
    }

    private async load() {
        const loader = packageComponents[this.componentName];
        if (!loader) {
            this.failure = 'The component is not in this build.';
            return;
        }
        try {
            this.constructorOfComponent = (await loader()).default;
        } catch (error) {
            this.failure = `The component could not be loaded: ${(error as Error).message}`;
        }
    }
}
