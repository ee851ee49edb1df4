// CSV that a spreadsheet opens as text: every cell quoted, and none that would be run as a formula.
// @see OWASP CSV Injection; RFC 4180

/** Cells that begin like a formula, also behind blanks, get an apostrophe in front. */
export function csvCell(value: string): string {
  const text = /^[\s\u0000]*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** One line with its end. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
}

/** Tells Excel that what follows is UTF-8. */
export const CSV_START = '\ufeff';
