import type { Stripe } from 'stripe';
import type { RequestContext } from '../context.ts';
import type { ParameterReader } from '../parameterReader.ts';

/** POST /v1/customers */
export function createCustomer(reader: ParameterReader, context: RequestContext): Stripe.Customer {
    const customer: Stripe.Customer = {
        id: context.state.ids.next('cus', context.account),
        object: 'customer',
        address: readAddress(reader),
        balance: 0,
        created: context.now,
        currency: null,
        default_source: null,
        delinquent: false,
        description: reader.text('description') ?? null,
        discount: null,
        email: reader.text('email') ?? null,
        invoice_prefix: context.state.ids.letters(8).toUpperCase(),
        invoice_settings: {
            custom_fields: null,
            default_payment_method: null,
            footer: null,
            rendering_options: null
        },
        livemode: context.livemode,
        metadata: reader.texts('metadata'),
        name: reader.text('name') ?? null,
        next_invoice_sequence: 1,
        phone: reader.text('phone') ?? null,
        preferred_locales: [],
        shipping: readCustomerShipping(reader),
        tax_exempt: 'none',
        test_clock: null
    };
    reader.finish();
    context.state.put(customer, context);
    return customer;
}

/** DELETE /v1/customers/{id}: its id stays known. */
export function deleteCustomer(customer: Stripe.Customer, context: RequestContext): Stripe.DeletedCustomer {
    const deleted: Stripe.DeletedCustomer = { id: customer.id, object: 'customer', deleted: true };
    context.state.put(deleted, context);
    return deleted;
}

/** `shipping` of a payment intent, which the charge shows too. */
export function readShipping(reader: ParameterReader): Stripe.PaymentIntent.Shipping | null {
    const inner = reader.object('shipping');
    if (!inner) {
        return null;
    }
    const address = readAddress(inner);
    const shipping = {
        ...(address && { address }),
        name: inner.requiredText('name'),
        phone: inner.text('phone') ?? null
    };
    inner.finish();
    return shipping;
}

function readCustomerShipping(reader: ParameterReader): Stripe.Customer.Shipping | null {
    const shipping = readShipping(reader);
    if (!shipping) {
        return null;
    }
    const { address, name, phone } = shipping;
    return { ...(address && { address }), ...(name && { name }), ...(phone && { phone }) };
}

function readAddress(reader: ParameterReader): Stripe.Address | null {
    const inner = reader.object('address');
    if (!inner) {
        return null;
    }
    const address = {
        city: inner.text('city') ?? null,
        country: inner.text('country') ?? null,
        line1: inner.text('line1') ?? null,
        line2: inner.text('line2') ?? null,
        postal_code: inner.text('postal_code') ?? null,
        state: inner.text('state') ?? null
    };
    inner.finish();
    return address;
}
