/** A field of a Java class. */
export interface JavaField {
    name: string;
    /** Of the class file format: `Lcom/nawforce/runforce/System/Id;`, with `[` before it for an array. */
    descriptor: string;
    /** The descriptor with type parameters, for a field of a generic type. */
    signature?: string;
    isStatic?: boolean;
}

const MAGIC = 0xcafebabe;
const JAVA_8 = 52;
const PUBLIC = 0x0001;
const STATIC = 0x0008;
const SUPER = 0x0020;

/** Sizes of the constants of a class file by their tags; texts have their own. The format is chapter 4 of the JVM specification. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
    3: 5,
    4: 5,
    5: 9,
    6: 9,
    7: 3,
    8: 3,
    9: 5,
    10: 5,
    11: 5,
    12: 5,
    15: 4,
    16: 3,
    17: 5,
    18: 5,
    19: 3,
    20: 3
};
const TEXT_CONSTANT = 1;
const LONG_CONSTANTS = [5, 6];
const CLASS_CONSTANT = 7;

/** Constants to add behind those that are there, each with its number. */
class Constants {
    readonly bytes: Buffer[] = [];
    private next: number;

    constructor(next: number) {
        this.next = next;
    }

    get count(): number {
        return this.next;
    }

    text(value: string): number {
        const text = Buffer.from(value, 'utf8');
        return this.add(Buffer.concat([Buffer.of(TEXT_CONSTANT), short(text.length), text]));
    }

    class(name: string): number {
        const text = this.text(name);
        return this.add(Buffer.concat([Buffer.of(CLASS_CONSTANT), short(text)]));
    }

    private add(constant: Buffer): number {
        this.bytes.push(constant);
        this.next += 1;
        return this.next - 1;
    }
}

/** A public class that has fields and nothing else: enough for a type checker. */
export function writeClass(name: string, superName: string, fields: readonly JavaField[]): Buffer {
    const constants = new Constants(1);
    const names = [constants.class(name), constants.class(superName)];
    const written = writeFields(fields, constants);
    return Buffer.concat([
        int(MAGIC),
        short(0),
        short(JAVA_8),
        short(constants.count),
        ...constants.bytes,
        short(PUBLIC | SUPER),
        ...names.map(short),
        short(0),
        short(fields.length),
        written,
        short(0),
        short(0)
    ]);
}

/** A class with further fields. */
export function addFields(classFile: Buffer, fields: readonly JavaField[]): Buffer {
    const { constantCount, constantsEnd, fieldCountStart, fieldCount } = readLayout(classFile);
    const constants = new Constants(constantCount);
    const written = writeFields(fields, constants);
    return Buffer.concat([
        classFile.subarray(0, 8),
        short(constants.count),
        classFile.subarray(10, constantsEnd),
        ...constants.bytes,
        classFile.subarray(constantsEnd, fieldCountStart),
        short(fieldCount + fields.length),
        written,
        classFile.subarray(fieldCountStart + 2)
    ]);
}

/** The texts among a class file's constants: names of fields among them. */
export function readTexts(classFile: Buffer): Set<string> {
    return new Set(readLayout(classFile).texts);
}

function writeFields(fields: readonly JavaField[], constants: Constants): Buffer {
    return Buffer.concat(fields.map((field) => writeField(field, constants)));
}

function writeField({ name, descriptor, signature, isStatic }: JavaField, constants: Constants): Buffer {
    const head = [PUBLIC | (isStatic ? STATIC : 0), constants.text(name), constants.text(descriptor)].map(short);
    if (signature === undefined) {
        return Buffer.concat([...head, short(0)]);
    }
    const attribute = [short(constants.text('Signature')), int(2), short(constants.text(signature))];
    return Buffer.concat([...head, short(1), ...attribute]);
}

function readLayout(classFile: Buffer) {
    const constantCount = classFile.readUInt16BE(8);
    const texts: string[] = [];
    let position = 10;
    for (let index = 1; index < constantCount; index += 1) {
        const tag = classFile.readUInt8(position);
        if (tag === TEXT_CONSTANT) {
            const length = classFile.readUInt16BE(position + 1);
            texts.push(classFile.toString('utf8', position + 3, position + 3 + length));
            position += 3 + length;
        } else {
            const size = CONSTANT_SIZES[tag];
            if (size === undefined) {
                throw new Error(`A Java class file has the unknown constant ${tag}.`);
            }
            position += size;
            // Long numbers count twice.
            index += LONG_CONSTANTS.includes(tag) ? 1 : 0;
        }
    }
    // After the constants: access, class, super class, and the interfaces.
    const fieldCountStart = position + 8 + 2 * classFile.readUInt16BE(position + 6);
    const fieldCount = classFile.readUInt16BE(fieldCountStart);
    return { constantCount, constantsEnd: position, fieldCountStart, fieldCount, texts };
}

function short(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(value);
    return bytes;
}

function int(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
