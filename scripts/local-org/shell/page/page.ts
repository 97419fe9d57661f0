import { api, LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import type { PageModel } from '../../pages/pageModel.ts';
import type { ReloadMessage } from '../../server/reloadEvents.ts';
import type { ToastDetail } from '../../stand-ins/lightning/platformShowToastEvent.ts';
import { runRefreshHandlers } from '../../stand-ins/lightning/refresh.ts';
import { RECORDS_CHANGED_EVENT_NAME } from '../../stand-ins/lightning/uiRecordApi.ts';

/** The page: the bar on top, its content, and what Lightning does around components (toasts, refresh, reload). */
export default class Page extends LightningElement {
    buildError = '';
    private model?: PageModel;
    private events?: EventSource;

    private readonly loadAgain = () => this.fetchModel();
    private readonly followBuilds = () => this.connectToBuilds();

    @api
    get page() {
        return this.model;
    }

    set page(value) {
        this.model = value;
    }

    override connectedCallback() {
        ToastContainer.instance();
        window.addEventListener(RECORDS_CHANGED_EVENT_NAME, this.loadAgain);
        document.addEventListener('visibilitychange', this.followBuilds);
        this.connectToBuilds();
    }

    override disconnectedCallback() {
        window.removeEventListener(RECORDS_CHANGED_EVENT_NAME, this.loadAgain);
        document.removeEventListener('visibilitychange', this.followBuilds);
        this.events?.close();
    }

    get homePage() {
        return this.model?.kind === 'home' ? this.model : undefined;
    }

    get recordPage() {
        return this.model?.kind === 'record' ? this.model : undefined;
    }

    get appPage() {
        return this.model?.kind === 'app' ? this.model : undefined;
    }

    get recordListPage() {
        return this.model?.kind === 'recordList' ? this.model : undefined;
    }

    get notFoundPage() {
        return this.model?.kind === 'notFound' ? this.model : undefined;
    }

    showToast(event: CustomEvent<ToastDetail & { toast?: unknown }>) {
        // The base component's own toasts come by an event of the same name, with the class of the toast.
        if (event.detail.toast) {
            return;
        }
        event.stopPropagation();
        const { title, message = '', variant, mode } = event.detail;
        const texts = title ? { label: title, message } : { label: message };
        Toast.show({ ...texts, variant, mode: mode === 'pester' ? 'dismissible' : mode }, this);
    }

    async refresh() {
        await Promise.all([runRefreshHandlers(), this.fetchModel()]);
    }

    /** Fetches the page's own content again: fields and related lists. */
    private async fetchModel() {
        const response = await fetch(`/local/page?address=${encodeURIComponent(window.location.pathname)}`);
        if (response.ok) {
            this.model = (await response.json()) as PageModel;
        }
    }

    /** Only a page that is seen keeps a connection open: a browser allows six for all its tabs. */
    private connectToBuilds() {
        this.events?.close();
        this.events = undefined;
        if (document.visibilityState === 'visible') {
            this.events = new EventSource('/local/events');
            this.events.onmessage = (event: MessageEvent<string>) => {
                const message = JSON.parse(event.data) as ReloadMessage;
                this.buildError = message.buildError ?? '';
                if (message.version !== this.model?.version) {
                    window.location.reload();
                }
            };
        }
    }
}
