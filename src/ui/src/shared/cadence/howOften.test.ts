import { describe, expect, it } from 'vitest';
import { howOften, withMost } from './howOften';

describe('a cadence in words', () => {
  it('says bounds and aim', () => {
    expect(howOften({ min: 1, target: 3, max: 6 })).toBe('1 to 6, aim for 3');
    expect(howOften({ min: null, target: null, max: 2 })).toBe('at most 2');
    expect(howOften({ min: null, target: null, max: null })).toBe('–');
  });
});

describe('an advised maximum', () => {
  it('brings down what stands above it and leaves the rest', () => {
    const taken = withMost({ day: { min: 1, target: 4, max: 6 }, week: { min: 20, target: 21, max: null }, spacingMinutes: 60, quiet: null }, 2);
    expect(taken).toEqual({ day: { min: 1, target: 2, max: 2 }, week: { min: 14, target: 14, max: null }, spacingMinutes: 60, quiet: undefined });
  });
});
