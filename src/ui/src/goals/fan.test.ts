import { expect, it } from 'vitest';
import { fanDots } from './fan';
import type { Target } from './goal';

const sheet = { metric: 'followers', type: 'increaseTo', baseline: 1000, target: 1600, start: '2026-01-01', deadline: '2026-03-31', judgedAfterDays: 7 } as Target['sheet'];
const point = (day: string, middle: number) => ({ day, middle, low: middle - 20, high: middle + 20, innerLow: middle - 5, innerHigh: middle + 5 });

it('the fan opens at the newest number and ends at the deadline', () => {
  const dots = fanDots({ sheet, series: [{ start: '2026-02-15', value: 1210 }] as Target['series'], fan: [{ ...point('2026-02-15', 1210), low: 1210, high: 1210, innerLow: 1210, innerHigh: 1210 }, point('2026-03-31', 1400)] });
  expect(dots.map(({ day, actual, middle, outer }) => [day, actual, middle, outer])).toEqual([
    ['2026-01-01', null, null, null],
    ['2026-02-15', 1210, 1210, [1210, 1210]],
    ['2026-03-31', null, 1400, [1380, 1420]],
  ]);
});

it('without a forecast only past and plan are drawn', () => expect(fanDots({ sheet, series: [], fan: [] }).map((dot) => dot.outer)).toEqual([null, null]));
