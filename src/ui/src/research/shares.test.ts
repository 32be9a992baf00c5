import { expect, it } from 'vitest';
import { inWords } from './shares';

it('says how many said so, and no more where few were asked', () => {
  expect(inWords({ count: 1, asked: 1, share: 1, low: 0.2065, high: 1 })).toBe('1 of 1 said so; too few to say more');
  expect(inWords({ count: 28, asked: 29, share: 0.9655, low: 0.83, high: 0.99 })).toBe('28 of 29 said so; too few to say more');
  expect(inWords({ count: 29, asked: 30, share: 0.9667, low: 0.8333, high: 0.9941 })).toBe('97% (29 of 30); among everybody likely 83% to 99%');
});
