import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

/** What keeps a class or trigger from being parsed. Lines count from 1. */
export function apexSyntaxErrors(fileName: string, source: string): { message: string; line: number }[] {
    const errors: { message: string; line: number }[] = [];
    class ErrorCollector extends ApexErrorListener {
        apexSyntaxError(line: number, _column: number, message: string): void {
            errors.push({ message, line });
        }
    }
    const { parser } = ApexParserFactory.createLexerAndParser(source, new ErrorCollector());
    if (fileName.endsWith('.trigger')) {
        parser.triggerUnit();
    } else {
        parser.compilationUnit();
    }
    return errors;
}
