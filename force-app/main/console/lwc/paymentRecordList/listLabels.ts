import authorizations from '@salesforce/label/c.Payments_Authorizations_Title';
import gatewayLogs from '@salesforce/label/c.Payments_GatewayLogs_Title';
import payments from '@salesforce/label/c.Payments_Payments_Title';
import refunds from '@salesforce/label/c.Payments_Refunds_Title';
import allStatuses from '@salesforce/label/c.Payments_List_AllStatuses';
import clearFilter from '@salesforce/label/c.Payments_List_ClearFilter';
import denied from '@salesforce/label/c.Payments_List_Denied';
import empty from '@salesforce/label/c.Payments_List_Empty';
import exportRows from '@salesforce/label/c.Payments_Export_Rows';
import filter from '@salesforce/label/c.Payments_List_Filter';
import filterIsPartial from '@salesforce/label/c.Payments_List_FilterIsPartial';
import filterPlaceholder from '@salesforce/label/c.Payments_List_FilterPlaceholder';
import hiddenFields from '@salesforce/label/c.Payments_List_HiddenFields';
import loading from '@salesforce/label/c.Payments_List_Loading';
import moreThan from '@salesforce/label/c.Payments_List_MoreThan';
import noMatch from '@salesforce/label/c.Payments_List_NoMatch';
import notAllRead from '@salesforce/label/c.Payments_List_NotAllRead';
import notRead from '@salesforce/label/c.Payments_List_NotRead';
import refresh from '@salesforce/label/c.Payments_List_Refresh';
import retry from '@salesforce/label/c.Payments_List_Retry';
import showMore from '@salesforce/label/c.Payments_List_ShowMore';
import shown from '@salesforce/label/c.Payments_List_Shown';
import status from '@salesforce/label/c.Payments_List_Status';
import titleWithCount from '@salesforce/label/c.Payments_List_TitleWithCount';

export const LABELS = {
    allStatuses,
    clearFilter,
    denied,
    empty,
    exportRows,
    filter,
    filterIsPartial,
    filterPlaceholder,
    hiddenFields,
    loading,
    moreThan,
    noMatch,
    notAllRead,
    notRead,
    refresh,
    retry,
    showMore,
    shown,
    status,
    titleWithCount
};

/** The objects that have a list of their own, with its title and icon. */
export const LISTS = {
    PaymentAuthorization: { title: authorizations, icon: 'standard:approval' },
    Payment: { title: payments, icon: 'standard:partner_fund_allocation' },
    Refund: { title: refunds, icon: 'standard:return_order' },
    PaymentGatewayLog: { title: gatewayLogs, icon: 'standard:logging' }
} as const;
