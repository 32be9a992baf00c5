export interface Place {
  row: number;
  column: number;
}

/** Texts typed or pasted and not saved yet, by "metric/first day". */
export type Edits = Record<string, string>;

export const cellKey = (metric: string, start: string) => `${metric}/${start}`;

/** A block as spreadsheets put it on the clipboard: tabs between cells, quotes around cells with line breaks. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? '';
    if (quoted) {
      if (letter === '"' && source[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows[rows.length - 1]?.push(cell.trim());
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows[rows.length - 1]?.push(cell.trim());
  return rows;
}

/** Lays a block over the grid from a place to the right and below; what stands over its edge is cut off. Empty cells change nothing. */
export function spread(block: string[][], at: Place, metrics: string[], periods: string[]): Edits {
  const edits: Edits = {};
  block.forEach((cells, down) => {
    const metric = metrics[at.row + down];
    if (!metric) return;
    cells.forEach((text, right) => {
      const start = periods[at.column + right];
      if (start && text !== '') edits[cellKey(metric, start)] = text;
    });
  });
  return edits;
}

/** Where a key leads from a place; null for keys that move nothing. */
export function step(key: string, at: Place, rows: number, columns: number, control = false): Place | null {
  const clamp = (row: number, column: number): Place => ({ row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) });
  switch (key) {
    case 'ArrowUp':
      return clamp(control ? 0 : at.row - 1, at.column);
    case 'ArrowDown':
    case 'Enter':
      return clamp(control ? rows - 1 : at.row + 1, at.column);
    case 'ArrowLeft':
      return clamp(at.row, control ? 0 : at.column - 1);
    case 'ArrowRight':
      return clamp(at.row, control ? columns - 1 : at.column + 1);
    case 'Home':
      return clamp(control ? 0 : at.row, 0);
    case 'End':
      return clamp(control ? rows - 1 : at.row, columns - 1);
    default:
      return null;
  }
}
