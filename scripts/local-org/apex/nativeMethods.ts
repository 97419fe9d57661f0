import type { Schema } from '../schema/schema.ts';
import type { ReadAccess } from '../soql/readAccess.ts';
import { getObjectAccess } from './objectAccess.ts';

/** Does what an Apex method does. */
export type NativeMethod = (
    schema: Schema,
    access: ReadAccess,
    parameters: Readonly<Record<string, unknown>>
) => unknown;

/** Methods whose body is no query: their place is taken by a function that answers from the schema. In lower case. */
const NATIVE_METHODS: ReadonlyMap<string, NativeMethod> = new Map([
    ['paymentaccessreader.getobjectaccess', getObjectAccess]
]);

/** The stand-in of an Apex method, by names in any case; undefined where the method is run from its class. */
export function findNativeMethod(className: string, methodName: string): NativeMethod | undefined {
    return NATIVE_METHODS.get(`${className}.${methodName}`.toLowerCase());
}
