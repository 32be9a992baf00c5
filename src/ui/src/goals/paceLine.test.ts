import { expect, it } from 'vitest';
import type { Target } from './goal';
import { expectedOn, paceDots } from './paceLine';

const sheet = { metric: 'followers', type: 'increaseTo', baseline: 1000, target: 1600, start: '2026-01-01', deadline: '2026-03-31', judgedAfterDays: 7 } as Target['sheet'];

it('a straight plan expects 1,303 on 15 February', () => expect(expectedOn('2026-02-15', sheet)).toBeCloseTo(1303.370787, 6));
it('nothing is expected before the start or after the deadline', () => {
  expect(expectedOn('2025-12-31', sheet)).toBeNull();
  expect(expectedOn('2026-04-01', sheet)).toBeNull();
});
it('a level to keep is expected every day', () => expect(expectedOn('2030-01-01', { ...sheet, type: 'stayAtOrAbove' })).toBe(1600));
it('without a deadline nothing is expected', () => expect(expectedOn('2026-02-15', { ...sheet, deadline: null })).toBeNull());
it('the line has both ends of the plan and each number once, in order', () => {
  const dots = paceDots({ sheet, series: [{ start: '2026-02-15', value: 1210 }] as Target['series'] });
  expect(dots.map((dot) => [dot.day, dot.actual])).toEqual([
    ['2026-01-01', null],
    ['2026-02-15', 1210],
    ['2026-03-31', null],
  ]);
});
