import { expect, it } from 'vitest';
import type { Metric } from './goal';
import { sheetOf, valuesOf } from './sheet';

const rate = { unit: 'percent' } as Metric;

it('a rate typed in percent is sent as a fraction', () => {
  const sheet = sheetOf({ ...valuesOf(undefined, 'cvr'), target: 3, baseline: 2.5 }, rate, undefined);
  expect([sheet.target, sheet.baseline]).toEqual([0.03, 0.025]);
});

it('what the kind of target does not ask is left out', () => {
  const sheet = sheetOf({ ...valuesOf(undefined, 'likes'), type: 'eachAtLeast', target: 9, thresholds: [{ metric: 'likes', atLeast: 30 }] }, undefined, undefined);
  expect([sheet.target, sheet.baseline, sheet.thresholds]).toEqual([null, null, [{ metric: 'likes', atLeast: 30 }]]);
});

it('a cadence counts by the week unless it says otherwise', () => expect(sheetOf({ ...valuesOf(undefined, 'posts_published'), type: 'cadence' }, undefined, undefined).every).toBe('week'));

it('what no field shows is kept', () => {
  const old = { metric: 'leads', type: 'increaseTo', phasing: [0.2, 1], judgedAfterDays: 7 } as const;
  expect(sheetOf(valuesOf(undefined, 'leads'), undefined, { ...old, phasing: [...old.phasing] }).phasing).toEqual([0.2, 1]);
});
