/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Lightning Web Security refuses text/csv. The file's name tells what it is. */
const FILE_TYPE = 'application/octet-stream';

/** Has the browser save a CSV file. */
export function downloadCsv(fileName: string, csv: string): void {
    const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv], { type: FILE_TYPE }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
}
