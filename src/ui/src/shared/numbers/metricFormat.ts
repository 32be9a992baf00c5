import type { components } from '../../api';
import { formatMoney, formatNumber, formatPercent } from './format';

type Unit = components['schemas']['Metric']['unit'];

/** Writes a number the way its metric wants it: 0.034 becomes 3.4%, money has its currency. */
export function metricFormat(metric: { unit: Unit } | null | undefined, currency: string): (value: number) => string {
  switch (metric?.unit) {
    case 'percent':
      return (value) => formatPercent(value);
    case 'money':
    case 'moneyPerHour':
      return (value) => formatMoney({ amount: value, currency });
    case 'minutes':
      return (value) => `${formatNumber(value)} min`;
    case 'hours':
      return (value) => `${formatNumber(value)} h`;
    case 'days':
      return (value) => `${formatNumber(value)} d`;
    default:
      // Whole things: a fraction only says something while there are few.
      return (value) => formatNumber(value, Math.abs(value) >= 100 ? 0 : 1);
  }
}
