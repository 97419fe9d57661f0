/** Why a text is hidden. A secret is never shown; personal data may be, to who has the permission for it. */
export type MaskKind = 'secret' | 'personal';

/**
 * Where a value stands. `open`: an object of Stripe, whose unknown fields are judged by what they look like. Everywhere
 * else a value is hidden unless its key is known to be safe there.
 */
export type Position = 'open' | 'personal' | 'card' | 'metadata' | 'headers' | 'secret';

/** What a key says of its value. */
export interface KeyRule {
    /** Hidden wherever it stands. */
    readonly mask?: MaskKind;
    /** Where the values below it stand. */
    readonly opens?: Position;
    /** Where its value may be shown, if it looks like a code. */
    readonly safeIn: readonly Position[];
    /** `number`: an invoice has one, and a card. */
    readonly isNumber: boolean;
}

const SECRET_KEY = new RegExp(
    [
        'secret|passw|passphrase|passcode|credential|signature|cryptogram|bearer|cookie|token',
        '(?:^|_)(?:pwd|auth|jwt|otp|pin|pin_block|cvc2?|cvv2?|cvn|csc|cid|pan|csrf|xsrf|sid|sig|session_id)$',
        '^(?:proxy_|http_|x_)?authorization$',
        '(?:^|_|api|access|private|signing|encryption|auth)keys?$',
        '(?:^|_)(?:card|credit_card|cc)_?(?:number|num|no)$|(?:^|_)track_?[123]?(?:_data)?$',
        '(?:^|_)(?:cvc|cvv|cvn)2?_(?:number|num|code|value)$|security_code$|verification_(?:code|value)$|(?:mfa|two_factor)_code$',
        'access_key_id$|code_(?:verifier|challenge)$|connection_string$|encrypted_data$|(?:^|_)(?:dsn|sas|nonce|nonce_str|sign)$',
        '^(?:emv_auth_data|native_data|data_string|payment_data|prepay_id)$',
        '^receipt_url$|^hosted_.*url$|^invoice_pdf$'
    ].join('|')
);

/** Keys that read like a secret's, and whose values are none. */
const NO_SECRET_KEY =
    /(?:_check|_method|_type|_status|_count|_at|_used|_mode|_version|_provided)$|^(?:idempotency|lookup)_key$|^tokenization/;

const PERSONAL_KEY = new RegExp(
    [
        '(?:^|_)(?:name|first|last|given|family|full|surname|nickname|firstname|lastname|username|fullname|login)$',
        'e_?mail|(?:^|_)(?:mobile|fax|telephone)s?$|phone',
        'address|(?:^|_)(?:line_?[123]|street|city|town|locality|district|province|county|state|region)$',
        '(?:^|_)(?:postal_?code|postcode|zip|zip_?code|house_number)$',
        '(?:^|_)ip$|(?:^|_)ip_?(?:v4|v6)$|remote_addr|forwarded|real_ip|(?:^|_)(?:latitude|longitude)$',
        'fingerprint|network_transaction|user_agent|(?:^|_)device(?:_|$)',
        '(?:^|_)(?:dob|ssn|gender|nationality|passport|vat|vat_number|tax_id|id_number|personal_id)$|birth|ssn_last|^(?:dynamic_)?last_?4$',
        '(?:^|_)(?:account|routing|transit|institution|bsb|branch)_?(?:number|code)$|(?:^|_)(?:iban|bic|swift|sort_code)$',
        '(?:^|_)name_(?:kana|kanji|aliases)$|(?:^|_)(?:bill|ship)_?to(?:_|$)|(?:^|_)(?:salutation|state_code|geolocation|lat|lng)$',
        'passport|licen[cs]e_(?:number|no)$|drivers?_licen[cs]e|national_id|social_security|id_number|vat_id$|ethnicity|(?:^|_)race(?:_|$)',
        '(?:^|_)(?:clabe|cashtag|vpa|payer_id|buyer_id|tracking_number|confirmation_number|payment_code)$|iban_last_?4$',
        'account_holder|card_?holder|holder_name|(?:^|_)(?:attention|company|consumer|customer_notes?)$|^customer$'
    ].join('|')
);

/** Names of things, not of people, and results of checks. */
const NO_PERSONAL_KEY =
    /(?:^|_)(?:product|bank|plan|coupon|store|site|api|type|event|currency|gateway|app|file|field|method)_name$|_check$/;

const PERSONAL_CONTAINER =
    /^(?:billing|shipping|customer|payer|payee|buyer|shopper|consumer)_(?:details|info|data|information|address)$|^(?:billing|shipping|owner|individual|representative|person|recipient|receiver|payer|payee|buyer|shopper|cardholder|contact|evidence|dob|verification|tos_acceptance|collected_information|payment_method_data|payment_method_details|payment_method_options|payment_source|source|source_data|external_account|user|browser|bank_account)$|(?:^|_)(?:bank_account|debit|bank_transfer)$/;

const CARD_CONTAINER = /^(?:card|credit_card|card_present|interac_present|dynamic_card|payment_method_card)$/;
/** What merchants and their customers fill in as they like: nothing tells what it is. */
const METADATA_CONTAINER = /^(?:.*_)?(?:metadata|custom_fields|additional_data)$/;
const HEADERS_CONTAINER = /^(?:.*_)?headers?$/;

/** Known to be safe also where personal data stands. The expiry stays: an agent needs it to explain a decline. */
const SAFE_KEY =
    /^(?:id|object|type|status|code|decline_code|advice_code|network_decline_code|network_advice_code|failure_code|reason|failure_reason|country|currency|brand|display_brand|funding|network|preferred|available|exp_month|exp_year|livemode|created|quantity|capture_method|capture_before|confirmation_method|setup_future_usage|three_d_secure|request_three_d_secure|version|result|authentication_flow|electronic_commerce_indicator|wallet|installments|count|interval|plan|tokenization_method|reference|reference_status|reference_type|verification_status|regulated_status|authorization_code|authorization_response_code|exemption_indicator|result_reason|read_method|account_type|transaction_id|preferred_locale|locale|checks|moto)$|(?:^|_)amount(?:_|$)|_check$|^(?:maximum|request)_/;
const SAFE_CARD_KEY = /^(?:dynamic_)?last_?4$/;
const SAFE_METADATA_KEY = /^(?:order_id|site_id)$/;
const SAFE_HEADER =
    /^(?:content_type|content_length|content_encoding|date|accept|accept_encoding|host|connection|cache_control|idempotency_key|original_request|request_id|stripe_version|stripe_account|stripe_should_retry|idempotent_replayed|transfer_encoding|retry_after|server|status)$/;

/** Keys repeat a thousandfold in a log, so that each is looked at once. Few enough to need no care for the memory. */
const known = new Map<string, KeyRule>();
const MAXIMUM_KNOWN = 5_000;
const MAXIMUM_KEY = 200;

/**
 * The rule for a key in any way of writing: `postal_code`, `postalCode`, `Postal-Code`, `PostalCode__c`. Of a long one, the
 * end counts.
 */
export function ruleOfKey(key: string): KeyRule {
    const rule = known.get(key);
    if (rule) {
        return rule;
    }
    const made = makeRule(words(key.slice(-MAXIMUM_KEY)));
    if (known.size < MAXIMUM_KNOWN && key.length <= MAXIMUM_KEY) {
        known.set(key, made);
    }
    return made;
}

function makeRule(key: string): KeyRule {
    const safeIn: Position[] = [];
    if (SAFE_KEY.test(key)) {
        safeIn.push('personal', 'card');
    }
    if (SAFE_CARD_KEY.test(key)) {
        safeIn.push('card');
    }
    if (SAFE_METADATA_KEY.test(key)) {
        safeIn.push('metadata');
    }
    if (SAFE_HEADER.test(key)) {
        safeIn.push('headers');
    }
    return {
        mask: maskOfKey(key),
        opens: positionOfContainer(key),
        safeIn,
        isNumber: /^(?:number|pan|num)$/.test(key)
    };
}

function maskOfKey(key: string): MaskKind | undefined {
    if (SECRET_KEY.test(key) && !NO_SECRET_KEY.test(key)) {
        return 'secret';
    }
    // The last digits of a card stand under `card`; elsewhere they are those of a bank account.
    const isPersonal = PERSONAL_KEY.test(key) && !NO_PERSONAL_KEY.test(key);
    return isPersonal ? 'personal' : undefined;
}

function positionOfContainer(key: string): Position | undefined {
    if (METADATA_CONTAINER.test(key)) {
        return 'metadata';
    }
    if (HEADERS_CONTAINER.test(key)) {
        return 'headers';
    }
    if (CARD_CONTAINER.test(key)) {
        return 'card';
    }
    return PERSONAL_CONTAINER.test(key) ? 'personal' : undefined;
}

/** The words of a key in lower case, joined by underscores; the ending of a custom field is left out. */
function words(key: string): string {
    return key
        .replace(/__[cr]$/i, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_|_$/g, '')
        .toLowerCase();
}

/** Where the values below a key stand. Nothing leads back to the open. */
export function positionBelow(position: Position, rule: KeyRule | undefined): Position {
    if (position === 'secret' || rule?.mask === 'secret') {
        return 'secret';
    }
    if (position === 'metadata' || position === 'headers' || rule === undefined) {
        return position;
    }
    return rule.opens ?? (rule.mask === 'personal' ? 'personal' : position);
}

/** Where the fields of an object stand, once its `object` says what it is. */
export function positionOfObject(position: Position, object: string): Position {
    if (position !== 'open' && position !== 'personal') {
        return position;
    }
    switch (object) {
        case 'card':
            return 'card';
        case 'bank_account':
        case 'person':
        case 'source':
            return 'personal';
        default:
            return position;
    }
}

/** Why a value at this place is hidden, whatever it is; undefined where it is judged by what it looks like. */
export function maskAt(position: Position, rule: KeyRule | undefined): MaskKind | undefined {
    if (position === 'secret' || rule?.mask === 'secret') {
        return 'secret';
    }
    if (position !== 'open' && rule?.safeIn.includes(position)) {
        return undefined;
    }
    if (rule?.isNumber && position !== 'open') {
        return position === 'metadata' ? 'personal' : 'secret';
    }
    if (rule?.mask !== undefined || position === 'open') {
        return rule?.mask;
    }
    return position === 'headers' ? 'secret' : 'personal';
}
