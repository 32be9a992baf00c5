import { locale } from '../shared';

/** Dates are ISO texts without a zone ("2026-03-30"), times of a post are local ones of the brand ("2026-03-30T10:00:00"). */
const utc = (date: string) => new Date(`${date.slice(0, 10)}T12:00:00Z`);
const iso = (at: Date) => at.toISOString().slice(0, 10);

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export function addDays(date: string, days: number): string {
  const at = utc(date);
  at.setUTCDate(at.getUTCDate() + days);
  return iso(at);
}

export function addMonths(date: string, months: number): string {
  const at = utc(date);
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  return iso(at);
}

/** Monday is 0. */
export const weekdayOf = (date: string) => (utc(date).getUTCDay() + 6) % 7;

export function weekOf(date: string, weekStart: string): string {
  const start = Math.max(0, weekdays.indexOf(weekStart.toLowerCase() as (typeof weekdays)[number]));
  return addDays(date, -((weekdayOf(date) - start + 7) % 7));
}

/** The weeks a month touches, each as its seven days. */
export function weeksOfMonth(date: string, weekStart: string): string[][] {
  const first = `${date.slice(0, 7)}-01`;
  const after = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let day = weekOf(first, weekStart); day < after; day = addDays(day, 7)) weeks.push(daysFrom(day, 7));
  return weeks;
}

export const daysFrom = (date: string, count: number) => Array.from({ length: count }, (_, i) => addDays(date, i));

const said = (date: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options }).format(utc(date));

/** "March 2026". */
export const monthName = (date: string) => said(date, { month: 'long', year: 'numeric' });
/** "Mon". */
export const weekdayName = (date: string) => said(date, { weekday: 'short' });
/** "30 Mar". */
export const shortDay = (date: string) => said(date, { day: 'numeric', month: 'short' });
/** "Mon 30 Mar". */
export const longDay = (date: string) => `${weekdayName(date)} ${shortDay(date)}`;
/** "10:00" of a local time. */
export const clockOf = (at: string) => at.slice(11, 16);
/** "Mon 30 Mar, 10:00"; with its year where that is not this one. */
export const sayLocal = (at: string) => `${longDay(at)}${at.startsWith(`${new Date().getFullYear()}-`) ? '' : ` ${at.slice(0, 4)}`}, ${clockOf(at)}`;

/** The present date and time on the clocks of a zone, as a local time. */
export function nowIn(zone: string, now = new Date()): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}
