import type { Target } from './goal';
import { paceDots } from './paceLine';

export interface FanDot {
  at: number;
  day: string;
  actual: number | null;
  expected: number | null;
  /** What is likely, and the two intervals around it; from the newest number on. */
  middle: number | null;
  outer: [number, number] | null;
  inner: [number, number] | null;
}

/** The past, the plan and what may come, day by day in order. */
export function fanDots(target: Pick<Target, 'sheet' | 'series' | 'fan'>): FanDot[] {
  const ahead = new Map(target.fan.map((point) => [point.day, point]));
  const past = new Map(paceDots(target).map((dot) => [dot.day, dot]));
  return [...new Set([...past.keys(), ...ahead.keys()])].sort().map((day) => {
    const [dot, point] = [past.get(day), ahead.get(day)];
    return {
      at: Date.parse(day),
      day,
      actual: dot?.actual ?? null,
      expected: dot?.expected ?? null,
      middle: point?.middle ?? null,
      outer: point ? [point.low, point.high] : null,
      inner: point ? [point.innerLow, point.innerHigh] : null,
    };
  });
}
