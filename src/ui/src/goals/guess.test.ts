import { expect, it } from 'vitest';
import type { Metric } from './goal';
import { emptyGuess, guessOf } from './guess';

it('rates are typed in percent and sent as fractions, and so is how sure one is', () =>
  expect(guessOf({ ...emptyGuess, value: 2, low: 1.5, high: 2.5, confidence: 70 }, { unit: 'percent' } as Metric)).toMatchObject({ value: 0.02, low: 0.015, high: 0.025, confidence: 0.7 }));

it('what is left empty is left out', () => expect(guessOf(emptyGuess, undefined)).toEqual({ value: null, low: null, high: null, testDate: null, confidence: 0.8, from: null, why: null }));
