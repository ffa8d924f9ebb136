/** Cells of a rule, by id of their column. An id may be any text, so nothing inherited is taken for a cell. */
export function cellOf(cells: Readonly<Record<string, string>>, column: string): string | undefined {
  return Object.hasOwn(cells, column) ? cells[column] : undefined;
}

/** A cell that every value passes. */
export const isIrrelevant = (cell: string | undefined): boolean => cell === undefined || /^\s*-?\s*$/.test(cell);
