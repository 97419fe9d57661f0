import { api, LightningElement } from 'lwc';
import packageComponents from 'local/packageComponents';

/** A component of the package, made with what Lightning gives it on a record page. */
export default class PackageComponent extends LightningElement {
    @api componentName = '';
    @api properties: Record<string, string | number | boolean> = {};
    @api recordId = '';
    @api objectApiName = '';

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
        return { ...this.properties, recordId: this.recordId, objectApiName: this.objectApiName };
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
