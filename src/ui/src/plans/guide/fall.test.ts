import { expect, it } from 'vitest';
import { turnOf } from './fall';

it('asks only where the number runs the other way than the metric is good for', () => {
  expect(turnOf(40, 20, 'up')).toBe('falls');
  expect(turnOf(40, 20, 'context')).toBe('falls');
  expect(turnOf(40, 20, undefined)).toBe('falls');
  expect(turnOf(40, 20, 'down')).toBeNull();
  expect(turnOf(20, 40, 'down')).toBe('rises');
  expect(turnOf(20, 40, 'up')).toBeNull();
  expect([turnOf('', 20, 'up'), turnOf(40, '', 'up'), turnOf(40, 40, 'up')]).toEqual([null, null, null]);
});
