import type { KeyRule, Position } from './keyRules';
import { positionBelow, positionOfObject } from './keyRules';

/** An object or array that is open: where its values stand, and in an array what its key says of each of them. */
interface Frame {
    readonly position: Position;
    readonly isArray: boolean;
    readonly itemRule: KeyRule | undefined;
    /** What it stands in. */
    readonly parent: Frame | undefined;
    readonly depth: number;
}

/** Deeper than that only what a text looks like counts, and not where it stands. */
const MAXIMUM_DEPTH = 10_000;

/** What a value is judged by: where it stands, and what its key says. */
export interface ValuePlace {
    position: Position;
    rule: KeyRule | undefined;
}

/** The place in JSON that a reader has come to. */
export class JsonPlace {
    /** The rule of a key whose value comes next. */
    rule: KeyRule | undefined;
    /** Whether that value is the type of the object. */
    isObjectType = false;
    /** The quotation mark that came last. */
    mark: string;
    private readonly outside: Position;
    private frame: Frame | undefined;
    private tooDeep = 0;

    /** @param outside where the JSON itself stands */
    constructor(outside: Position, mark: string) {
        this.outside = outside;
        this.mark = mark;
    }

    copy(): JsonPlace {
        const copy = new JsonPlace(this.outside, this.mark);
        copy.rule = this.rule;
        copy.isObjectType = this.isObjectType;
        copy.frame = this.frame;
        copy.tooDeep = this.tooDeep;
        return copy;
    }

    get position(): Position {
        return this.frame?.position ?? this.outside;
    }

    get isInArray(): boolean {
        return this.frame?.isArray === true;
    }

    /** Whether nothing is open, and no value comes next. */
    get isOutside(): boolean {
        return this.frame === undefined && this.rule === undefined;
    }

    /** Forgets what was open. */
    leave(): void {
        this.frame = undefined;
        this.tooDeep = 0;
        this.rule = undefined;
    }

    /** The place of the value that comes now. */
    take(): ValuePlace {
        const rule = this.rule ?? this.frame?.itemRule;
        this.rule = undefined;
        return { position: this.position, rule };
    }

    /** Says what the object is that is open. */
    setObjectType(type: string): void {
        this.isObjectType = false;
        if (this.frame) {
            this.frame = { ...this.frame, position: positionOfObject(this.position, type) };
        }
    }

    followBrackets(text: string): void {
        for (let index = 0; index < text.length; index += 1) {
            const character = text[index];
            if (character === '{' || character === '[') {
                this.open(character === '[');
            } else if (character === '}' || character === ']') {
                this.close();
            } else if (character === ',') {
                this.rule = undefined;
            }
        }
    }

    private open(isArray: boolean): void {
        this.isObjectType = false;
        const depth = (this.frame?.depth ?? 0) + 1;
        if (depth > MAXIMUM_DEPTH) {
            this.tooDeep += 1;
            return;
        }
        const { position, rule } = this.take();
        const itemRule = isArray ? rule : undefined;
        this.frame = { position: positionBelow(position, rule), isArray, itemRule, parent: this.frame, depth };
    }

    private close(): void {
        this.rule = undefined;
        if (this.tooDeep > 0) {
            this.tooDeep -= 1;
        } else {
            this.frame = this.frame?.parent;
        }
    }
}
