import type { Target } from './goal';

export interface PaceDot {
  day: string;
  actual: number | null;
  expected: number | null;
}

const dayMs = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** What a straight plan expects on a day; null outside its time or without both ends. */
export function expectedOn(day: string, sheet: Target['sheet']): number | null {
  const { baseline, target, start, deadline, type } = sheet;
  if (target == null) return null;
  if (type === 'stayAtOrAbove' || type === 'stayAtOrBelow' || type === 'stayWithin') return target;
  if ((type !== 'increaseTo' && type !== 'decreaseTo') || baseline == null || !start || !deadline) return null;
  const share = (at(day) - at(start)) / Math.max(dayMs, at(deadline) - at(start));
  return share < 0 || share > 1 ? null : baseline + (target - baseline) * share;
}

/** The days of the plan's two ends and of every number, each with what was and what should have been. */
export function paceDots(target: Pick<Target, 'sheet' | 'series'>): PaceDot[] {
  const { sheet, series } = target;
  const actual = new Map(series.map((point) => [point.start, point.value]));
  const days = new Set([...actual.keys(), ...(expectedOn(sheet.start ?? '', sheet) === null ? [] : [sheet.start ?? '']), ...(expectedOn(sheet.deadline ?? '', sheet) === null ? [] : [sheet.deadline ?? ''])]);
  return [...days]
    .filter((day) => day !== '')
    .sort()
    .map((day) => ({ day, actual: actual.get(day) ?? null, expected: expectedOn(day, sheet) }));
}
