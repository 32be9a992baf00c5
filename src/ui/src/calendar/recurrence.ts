import { weekdayOf, weekdays } from './days';

export type Frequency = 'daily' | 'weekly' | 'monthly' | 'yearly';

/** A rule as people choose it. */
export interface RuleChoice {
  frequency: Frequency;
  every: number;
  /** For weeks: Monday is 0. */
  days: number[];
  /** For months: the same date, or the same weekday in its place. */
  month: 'date' | 'weekday';
  ends: 'never' | 'until' | 'count';
  until: string;
  count: number;
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** What a post that has this time would come again by at first. */
export const firstChoice = (at: string): RuleChoice => ({ frequency: 'weekly', every: 1, days: [weekdayOf(at)], month: 'date', ends: 'never', until: '', count: 10 });

/** Which of its kind in the month the day is; the fifth is the last. */
export const placeInMonth = (at: string) => {
  const nth = Math.ceil(Number(at.slice(8, 10)) / 7);
  return nth === 5 ? -1 : nth;
};

/** RFC 5545's letters. */
export function ruleOf(choice: RuleChoice, at: string): string {
  const parts = [`FREQ=${choice.frequency.toUpperCase()}`];
  if (choice.every > 1) parts.push(`INTERVAL=${choice.every}`);
  if (choice.frequency === 'weekly') parts.push(`BYDAY=${[...choice.days].sort((a, b) => a - b).map((day) => codes[day]).join(',')}`);
  if (choice.frequency === 'monthly') parts.push(choice.month === 'date' ? `BYMONTHDAY=${Number(at.slice(8, 10))}` : `BYDAY=${placeInMonth(at)}${codes[weekdayOf(at)] ?? ''}`);
  if (choice.ends === 'count') parts.push(`COUNT=${choice.count}`);
  if (choice.ends === 'until' && choice.until !== '') parts.push(`UNTIL=${choice.until.replaceAll('-', '')}`);
  return parts.join(';');
}

export const weekdayNames = weekdays;
