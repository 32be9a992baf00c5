import type { components } from '../api';

type Line = components['schemas']['SeriesLine'];
export type Row = { at: number } & Record<string, number>;

/** One row a day, with a number for each line that has one; what is missing stays missing. */
export function dotsOf(lines: Line[]): Row[] {
  const rows = new Map<number, Row>();
  for (const line of lines) {
    for (const dot of line.dots) {
      const at = Date.parse(dot.day);
      const row = rows.get(at) ?? { at };
      row[line.key] = dot.value;
      rows.set(at, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.at - b.at);
}
