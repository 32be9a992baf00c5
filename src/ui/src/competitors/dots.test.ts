import { expect, it } from 'vitest';
import { dotsOf } from './dots';

const line = (key: string, ...dots: [string, number][]) => ({ key, who: key, own: false, dots: dots.map(([day, value]) => ({ day, value, source: 's' })) });

it('puts the days of all lines into one order', () => {
  const rows = dotsOf([line('a', ['2026-01-01', 10], ['2026-03-01', 30]), line('b', ['2026-02-01', 5], ['2026-01-01', 4])]);
  expect(rows.map((row) => [row.a, row.b])).toEqual([
    [10, 4],
    [undefined, 5],
    [30, undefined],
  ]);
});

it('never makes a zero of what nobody knows', () => {
  expect(dotsOf([line('a')])).toEqual([]);
  expect('b' in dotsOf([line('a', ['2026-01-01', 0]), line('b')])[0]!).toBe(false);
});
