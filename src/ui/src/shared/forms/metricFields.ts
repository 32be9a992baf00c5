import type { components } from '../../api';

type Metric = Pick<components['schemas']['Metric'], 'unit'>;

/** Rates are typed as percentages and sent as fractions. */
const scale = (metric: Metric | null | undefined) => (metric?.unit === 'percent' ? 100 : 1);

/** Keeps six decimals, as the server does, and no dust of binary fractions. */
const tidy = (value: number) => Number(value.toFixed(6));

/** What a number field holds, as the API wants it; an empty field is null. */
export function fromField(value: number | string, metric?: Metric | null): number | null {
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? null : tidy(number / scale(metric));
}

export const toField = {
  value: (value: number | null | undefined, metric?: Metric | null): number | '' => (value === null || value === undefined ? '' : tidy(value * scale(metric))),
  suffix: (metric?: Metric | null) => (metric?.unit === 'percent' ? ' %' : metric?.unit === 'minutes' ? ' min' : metric?.unit === 'hours' ? ' h' : undefined),
};
