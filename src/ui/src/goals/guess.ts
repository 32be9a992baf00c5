import { fromField } from '../shared/forms/metricFields';
import type { Metric } from './goal';

export interface GuessValues {
  value: number | '';
  low: number | '';
  high: number | '';
  testDate: string;
  confidence: number | '';
  from: string;
  why: string;
}

export const emptyGuess: GuessValues = { value: '', low: '', high: '', testDate: '', confidence: 80, from: '', why: '' };

/** The guess that a form stands for: rates as fractions, confidence from 0 to 1. */
export function guessOf(values: GuessValues, metric: Metric | undefined) {
  return {
    value: fromField(values.value, metric),
    low: fromField(values.low, metric),
    high: fromField(values.high, metric),
    testDate: values.testDate || null,
    confidence: values.confidence === '' ? 0.8 : values.confidence / 100,
    from: values.from || null,
    why: values.why.trim() || null,
  };
}
