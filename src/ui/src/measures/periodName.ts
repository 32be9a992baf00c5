import type { components } from '../api';
import { formatDate, locale } from '../shared';

/** A period as the head of a column: a day, the first day of a week, a month, a quarter. */
export function periodName(start: string, length: components['schemas']['PeriodLength']): string {
  const day = new Date(`${start}T12:00:00Z`);
  if (length === 'month') return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
  if (length === 'quarter') return `Q${Math.floor(day.getUTCMonth() / 3) + 1} ${day.getUTCFullYear()}`;
  if (length === 'week') return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day);
  return formatDate(start);
}

/** A day some periods earlier or later. */
export function shifted(start: string, length: components['schemas']['PeriodLength'], by: number): string {
  const day = new Date(`${start}T12:00:00Z`);
  if (length === 'month' || length === 'quarter') day.setUTCMonth(day.getUTCMonth() + by * (length === 'quarter' ? 3 : 1));
  else day.setUTCDate(day.getUTCDate() + by * (length === 'week' ? 7 : 1));
  return day.toISOString().slice(0, 10);
}
