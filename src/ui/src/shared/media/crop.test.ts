import { expect, it } from 'vitest';
import { cropOf, sizeOf } from './crop';

it('a cut lies within the picture, has the wanted shape, and keeps the point in sight', () => {
  for (const [width, height] of [[2000, 1000], [900, 1600], [500, 500]] as const) {
    for (const shape of [1, 1.91, 0.8, 9 / 16]) {
      for (const x of [0, 0.2, 0.5, 1]) {
        for (const y of [0, 0.7, 1]) {
          for (const zoom of [1, 2.5]) {
            const box = cropOf(width, height, shape, { x, y }, zoom);
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(width + 1e-6);
            expect(box.y + box.height).toBeLessThanOrEqual(height + 1e-6);
            expect(box.width / box.height).toBeCloseTo(shape);
            expect(x * width).toBeGreaterThanOrEqual(box.x - 1e-6);
            expect(x * width).toBeLessThanOrEqual(box.x + box.width + 1e-6);
            expect(y * height).toBeGreaterThanOrEqual(box.y - 1e-6);
            expect(y * height).toBeLessThanOrEqual(box.y + box.height + 1e-6);
          }
        }
      }
    }
  }
});

it('a cut is made smaller for the network, never larger', () => {
  expect(sizeOf({ x: 0, y: 0, width: 2000, height: 1000 }, { width: 1000, height: 500 })).toEqual({ width: 1000, height: 500 });
  expect(sizeOf({ x: 0, y: 0, width: 400, height: 200 }, { width: 1000, height: 500 })).toEqual({ width: 400, height: 200 });
});
