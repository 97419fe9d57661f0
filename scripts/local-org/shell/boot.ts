import { createElement } from 'lwc';
import Page from 'local/page';
import type { PageModel } from '../pages/pageModel.ts';

// The page itself starts here: what it reads is not part of any component.
// eslint-disable-next-line @lwc/lwc/no-document-query
const json = document.querySelector('#page-model')?.textContent ?? 'null';
const page = createElement('local-page', { is: Page });
page.page = JSON.parse(json) as PageModel;
document.body.append(page);
