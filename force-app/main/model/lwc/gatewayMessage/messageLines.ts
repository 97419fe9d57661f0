import { CUT_OFF_MARK } from './jsonReader';
import type { MessageNode } from './messageNode';

/**
 * A line of the redacted text. Its text is written when it is drawn (`textOfLine`): of a long body most lines never are.
 */
export interface MessageLine {
    /** How often the line is indented. */
    readonly depth: number;
    /** A value on one line, the opening or closing bracket of one on several, or text that belongs to no value. */
    readonly part: 'value' | 'opening' | 'closing' | 'text';
    /** The value; undefined for text. */
    readonly node?: MessageNode;
    /** Whether another value follows in the same object or array. */
    readonly hasNext: boolean;
    /** Only of text that belongs to no value. */
    readonly text: string;
}

/** What is still to be written: a node, or its closing bracket. */
interface Step {
    node: MessageNode;
    depth: number;
    hasNext: boolean;
    isClosing: boolean;
}

/** JSON, pretty-printed: one line a value, and one for each closing bracket that the body came to. */
export function linesOfNode(root: MessageNode): MessageLine[] {
    const lines: MessageLine[] = [];
    const steps: Step[] = [{ node: root, depth: 0, hasNext: false, isClosing: false }];
    for (let step = steps.pop(); step; step = steps.pop()) {
        const { node, depth, hasNext } = step;
        if (step.isClosing) {
            lines.push({ depth, part: 'closing', node, hasNext, text: '' });
        } else if (node.children.length === 0 && !(isContainer(node) && node.isCutOff)) {
            lines.push({ depth, part: 'value', node, hasNext, text: '' });
        } else {
            lines.push({ depth, part: 'opening', node, hasNext, text: '' });
            writeChildren(lines, steps, step);
        }
    }
    return root.isCutOff ? [...lines, textLine(CUT_OFF_MARK)] : lines;
}

/** Children without children are lines at once; from the first other child on they are steps, the last one first. */
function writeChildren(lines: MessageLine[], steps: Step[], { node, depth, hasNext }: Step): void {
    const { children } = node;
    const last = children.length - 1;
    if (!node.isCutOff) {
        steps.push({ node, depth, hasNext, isClosing: true });
    }
    const first = children.findIndex(isContainer);
    const simple = first < 0 ? children.length : first;
    for (let index = 0; index < simple; index += 1) {
        lines.push({ depth: depth + 1, part: 'value', node: children[index], hasNext: index < last, text: '' });
    }
    for (let index = last; index >= simple; index -= 1) {
        const child = children[index];
        if (child) {
            steps.push({ node: child, depth: depth + 1, hasNext: index < last, isClosing: false });
        }
    }
}

function isContainer({ kind }: MessageNode): boolean {
    return kind === 'object' || kind === 'array';
}

/** The lines of a text without structure. */
export function linesOfText(text: string): MessageLine[] {
    return text.split('\n').map(textLine);
}

export function textLine(text: string): MessageLine {
    return { depth: 0, part: 'text', hasNext: false, text };
}

/** A header of a message of HTTP. */
export function headerLine(node: MessageNode): MessageLine {
    return { depth: 0, part: 'text', node, hasNext: false, text: `${node.key}: ${node.text}` };
}

/** A line as it is written, without its indentation. */
export function textOfLine({ part, node, hasNext, text }: MessageLine): string {
    if (part === 'text' || !node) {
        return text;
    }
    const comma = hasNext ? ',' : '';
    const [opening, closing] = node.kind === 'array' ? ['[', ']'] : ['{', '}'];
    if (part === 'closing') {
        return closing + comma;
    }
    const key = node.key === undefined ? '' : `${JSON.stringify(node.key)}: `;
    if (part === 'opening') {
        return key + opening;
    }
    return key + (isContainer(node) ? opening + closing : valueText(node)) + comma;
}

/** A hidden number is written as a text, so that the whole stays JSON. */
function valueText({ kind, text, isMasked }: MessageNode): string {
    return kind === 'string' || isMasked ? JSON.stringify(text) : text;
}

/** Deeper than that, lines are not indented any further: a body may be 60,000 levels deep. */
const MAXIMUM_INDENTATION = 64;

/** The redacted text as a whole, for the clipboard and for files. */
export function textOfLines(lines: readonly MessageLine[]): string {
    return lines.map((line) => '  '.repeat(Math.min(line.depth, MAXIMUM_INDENTATION)) + textOfLine(line)).join('\n');
}
