import { expect, it } from 'vitest';
import { partDone } from './PaceBar';
import { sparkRuns } from './Sparkline';

it('measures the way from the start to the target', () => {
  expect(partDone(0, 25, 100)).toBe(0.25);
  expect(partDone(50, 75, 100)).toBe(0.5);
  expect(partDone(0, 140, 100)).toBe(1);
  expect(partDone(50, 20, 100)).toBe(0);
});

it('works downwards when less is better', () => expect(partDone(40, 30, 20)).toBe(0.5));

it('leaves a gap where a value is missing', () => {
  const runs = sparkRuns([0, 10, null, 5], 0, 10, 30, 10);
  expect(runs).toEqual([
    [
      { x: 0, y: 10 },
      { x: 10, y: 0 },
    ],
    [{ x: 30, y: 5 }],
  ]);
});
