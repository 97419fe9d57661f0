import type { MeaningName } from './meanings';
import type { StripeErrorCode } from './stripeErrorCodes';

interface ErrorCodeGroup {
    /** What is said about the codes of the group. */
    meaning: MeaningName;
    codes: readonly StripeErrorCode[];
    /** Codes of the group that deserve sentences of their own. */
    special?: Partial<Record<StripeErrorCode, MeaningName>>;
}

/**
 * Each error code in one group.
 * Source: docs.stripe.com/error-codes as of March 2025. Codes that are newer are grouped by their names only, and those
 * whose names leave it open stand in the last group.
 */
export const ERROR_CODE_GROUPS = {
    cardData: {
        meaning: 'cardData',
        codes: [
            'incorrect_address',
            'incorrect_cvc',
            'incorrect_number',
            'incorrect_postal_code',
            'incorrect_zip',
            'invalid_cvc',
            'invalid_expiry_month',
            'invalid_expiry_year',
            'invalid_number',
            'payment_method_billing_details_address_missing',
            'postal_code_invalid'
        ],
        special: {
            incorrect_address: 'address',
            incorrect_cvc: 'securityCode',
            incorrect_number: 'cardNumber',
            incorrect_postal_code: 'address',
            incorrect_zip: 'address',
            invalid_cvc: 'securityCode',
            invalid_expiry_month: 'expiryDate',
            invalid_expiry_year: 'expiryDate',
            invalid_number: 'cardNumber',
            payment_method_billing_details_address_missing: 'address',
            postal_code_invalid: 'address'
        }
    },
    cardRefused: {
        meaning: 'declined',
        codes: [
            'card_decline_rate_limit_exceeded',
            'card_declined',
            'expired_card',
            'expired_payment_method',
            'insufficient_funds',
            'payment_intent_payment_attempt_failed',
            'payment_method_restricted',
            'processing_error',
            'setup_attempt_failed'
        ],
        special: {
            card_decline_rate_limit_exceeded: 'declinedTooOften',
            expired_card: 'expiredCard',
            expired_payment_method: 'expiredCard',
            insufficient_funds: 'insufficientFunds',
            payment_intent_payment_attempt_failed: 'otherMethod',
            payment_method_restricted: 'otherMethod',
            processing_error: 'processing',
            setup_attempt_failed: 'otherMethod'
        }
    },
    authentication: {
        meaning: 'authentication',
        codes: [
            'authentication_failure',
            'authentication_required',
            'invoice_payment_intent_requires_action',
            'payment_intent_action_required',
            'payment_intent_authentication_failure',
            'setup_intent_authentication_failure',
            'three_d_secure_authentication_not_supported',
            'three_d_secure_authentication_upstream_error'
        ],
        special: {
            payment_intent_authentication_failure: 'authenticationImpossible',
            setup_intent_authentication_failure: 'authenticationImpossible',
            three_d_secure_authentication_not_supported: 'authenticationImpossible'
        }
    },
    amountOrCurrency: {
        meaning: 'amount',
        codes: [
            'amount_too_large',
            'amount_too_small',
            'charge_exceeds_source_limit',
            'charge_exceeds_transaction_limit',
            'financial_account_balance_does_not_support_currency',
            'invalid_charge_amount',
            'payment_method_currency_mismatch'
        ],
        special: {
            amount_too_large: 'amountLimit',
            amount_too_small: 'amountLimit',
            charge_exceeds_source_limit: 'amountLimit',
            charge_exceeds_transaction_limit: 'amountLimit'
        }
    },
    paymentState: {
        meaning: 'paymentState',
        codes: [
            'capture_charge_authorization_expired',
            'capture_unauthorized_payment',
            'charge_already_captured',
            'charge_already_refunded',
            'charge_disputed',
            'charge_expired_for_capture',
            'charge_not_refundable',
            'customer_session_expired',
            'intent_invalid_state',
            'invalid_source_usage',
            'payment_intent_payment_attempt_expired',
            'payment_intent_unexpected_state',
            'payment_method_unexpected_state',
            'refund_disputed_payment',
            'return_intent_already_processed',
            'setup_intent_setup_attempt_expired',
            'setup_intent_unexpected_state',
            'status_transition_invalid',
            'token_already_used'
        ],
        special: {
            capture_charge_authorization_expired: 'expired',
            charge_already_captured: 'alreadyCaptured',
            charge_already_refunded: 'alreadyRefunded',
            charge_disputed: 'disputed',
            charge_expired_for_capture: 'expired',
            charge_not_refundable: 'notRefundable',
            payment_intent_payment_attempt_expired: 'expired',
            refund_disputed_payment: 'disputed',
            return_intent_already_processed: 'alreadyRefunded',
            setup_intent_setup_attempt_expired: 'expired'
        }
    },
    accountOrConfiguration: {
        meaning: 'configuration',
        codes: [
            'account_country_invalid_address',
            'account_error_country_change_requires_additional_steps',
            'account_information_mismatch',
            'account_invalid',
            'account_token_required_for_v2_account',
            'alipay_upgrade_required',
            'anomalous_money_movement_request',
            'api_key_expired',
            'application_fees_not_allowed',
            'balance_insufficient',
            'balance_invalid_parameter',
            'bitcoin_upgrade_required',
            'capability_not_active',
            'cardholder_phone_number_required',
            'charge_invalid_parameter',
            'country_code_invalid',
            'country_unsupported',
            'customer_max_payment_methods',
            'financial_account_capability_not_enabled',
            'financial_account_capability_restricted',
            'forwarding_api_inactive',
            'forwarding_api_invalid_parameter',
            'instant_payouts_config_disabled',
            'instant_payouts_currency_disabled',
            'instant_payouts_limit_exceeded',
            'instant_payouts_unsupported',
            'intent_verification_method_missing',
            'invalid_card_type',
            'invalid_characters',
            'livemode_mismatch',
            'missing',
            'not_allowed_on_standard_account',
            'ownership_declaration_not_allowed',
            'parameter_invalid_empty',
            'parameter_invalid_integer',
            'parameter_invalid_string_blank',
            'parameter_invalid_string_empty',
            'parameter_missing',
            'parameter_unknown',
            'parameters_exclusive',
            'payment_evaluation_on_api_version_not_supported',
            'payment_intent_incompatible_payment_method',
            'payment_intent_invalid_parameter',
            'payment_method_configuration_failures',
            'payment_method_invalid_parameter',
            'payment_method_invalid_parameter_testmode',
            'payment_method_unactivated',
            'payment_method_unsupported_type',
            'payout_reconciliation_not_ready',
            'payouts_limit_exceeded',
            'payouts_not_allowed',
            'platform_account_required',
            'platform_api_key_expired',
            'progressive_onboarding_limit_exceeded',
            'resource_already_exists',
            'resource_missing',
            'secret_key_required',
            'sepa_unsupported_account',
            'setup_intent_invalid_parameter',
            'setup_intent_mobile_wallet_unsupported',
            'state_unsupported',
            'storer_capability_missing',
            'storer_capability_not_active',
            'testmode_charges_only',
            'tls_version_unsupported',
            'token_card_network_invalid',
            'transfer_source_balance_parameters_mismatch',
            'transfers_not_allowed',
            'url_invalid'
        ],
        special: {
            balance_insufficient: 'balanceTooLow',
            livemode_mismatch: 'unknownId',
            resource_missing: 'unknownId'
        }
    },
    rateOrNetwork: {
        meaning: 'busy',
        codes: [
            'forwarding_api_retryable_upstream_error',
            'forwarding_api_upstream_connection_error',
            'forwarding_api_upstream_connection_timeout',
            'forwarding_api_upstream_error',
            'idempotency_key_in_use',
            'lock_timeout',
            'payment_intent_rate_limit_exceeded',
            'payment_method_not_available',
            'payment_method_provider_timeout',
            'rate_limit',
            'token_in_use'
        ],
        special: {
            forwarding_api_retryable_upstream_error: 'providerNotReached',
            forwarding_api_upstream_connection_error: 'providerNotReached',
            forwarding_api_upstream_connection_timeout: 'providerNotReached',
            forwarding_api_upstream_error: 'providerNotReached',
            idempotency_key_in_use: 'parallelRequest',
            payment_method_not_available: 'bankNotReached',
            payment_method_provider_timeout: 'providerNotReached',
            token_in_use: 'parallelRequest'
        }
    },
    bankDebitOrOtherMethod: {
        meaning: 'otherMethod',
        codes: [
            'account_closed',
            'account_number_invalid',
            'acss_debit_session_incomplete',
            'bank_account_bad_routing_numbers',
            'bank_account_declined',
            'bank_account_exists',
            'bank_account_restricted',
            'bank_account_unusable',
            'bank_account_unverified',
            'bank_account_verification_failed',
            'billing_invalid_mandate',
            'clearing_code_unsupported',
            'debit_not_authorized',
            'financial_connections_account_inactive',
            'financial_connections_account_pending_account_numbers',
            'financial_connections_account_unavailable_account_numbers',
            'financial_connections_consent_locale_invalid',
            'financial_connections_consent_locale_unsupported',
            'financial_connections_no_successful_transaction_refresh',
            'india_recurring_payment_mandate_canceled',
            'invalid_mandate_reference_prefix_format',
            'no_account',
            'payment_intent_konbini_rejected_confirmation_number',
            'payment_intent_mandate_invalid',
            'payment_method_bank_account_already_verified',
            'payment_method_bank_account_blocked',
            'payment_method_customer_decline',
            'payment_method_microdeposit_failed',
            'payment_method_microdeposit_processing_error',
            'payment_method_microdeposit_verification_amounts_invalid',
            'payment_method_microdeposit_verification_amounts_mismatch',
            'payment_method_microdeposit_verification_attempts_exceeded',
            'payment_method_microdeposit_verification_descriptor_code_mismatch',
            'payment_method_microdeposit_verification_timeout',
            'payment_method_provider_decline',
            'refer_to_customer',
            'routing_number_invalid',
            'setup_intent_mandate_invalid'
        ],
        special: {
            acss_debit_session_incomplete: 'busy',
            debit_not_authorized: 'debitStopped',
            financial_connections_consent_locale_invalid: 'configuration',
            financial_connections_consent_locale_unsupported: 'configuration',
            invalid_mandate_reference_prefix_format: 'configuration',
            payment_method_bank_account_already_verified: 'paymentState',
            payment_method_customer_decline: 'debitStopped',
            refer_to_customer: 'debitStopped'
        }
    },
    taxIdentityOrOther: {
        meaning: 'other',
        codes: [
            'action_blocked',
            'approval_required',
            'coupon_expired',
            'customer_max_subscriptions',
            'customer_tax_location_invalid',
            'dispute_evidence_page_limit_exceeded',
            'email_invalid',
            'failed_tax_calculation',
            'invalid_canceled_subscription_fields',
            'invalid_tax_location',
            'invoice_no_customer_line_items',
            'invoice_no_payment_method_types',
            'invoice_no_subscription_line_items',
            'invoice_not_editable',
            'invoice_on_behalf_of_not_editable',
            'invoice_upcoming_none',
            'out_of_inventory',
            'product_inactive',
            'request_blocked',
            'service_period_coupon_with_metered_tiered_item_unsupported',
            'shipping_address_invalid',
            'shipping_calculation_failed',
            'siret_invalid',
            'sku_inactive',
            'smart_disputes_not_available',
            'stripe_tax_inactive',
            'subscription_update_trial_after_billing_cycle_anchor',
            'tax_id_invalid',
            'tax_id_prohibited',
            'taxes_calculation_failed',
            'terminal_location_country_unsupported',
            'terminal_reader_busy',
            'terminal_reader_hardware_fault',
            'terminal_reader_invalid_location_for_activation',
            'terminal_reader_invalid_location_for_payment',
            'terminal_reader_offline',
            'terminal_reader_timeout'
        ],
        special: {
            terminal_reader_busy: 'busy',
            terminal_reader_timeout: 'noAnswer'
        }
    }
} as const satisfies Record<string, ErrorCodeGroup>;

export type ErrorCodeGroupName = keyof typeof ERROR_CODE_GROUPS;

/** The meaning of each error code: its own, else that of its group. */
export function errorCodeMeanings(): [StripeErrorCode, MeaningName][] {
    const groups: ErrorCodeGroup[] = Object.values(ERROR_CODE_GROUPS);
    return groups.flatMap(({ codes, meaning, special }) =>
        codes.map((code): [StripeErrorCode, MeaningName] => [code, special?.[code] ?? meaning])
    );
}
