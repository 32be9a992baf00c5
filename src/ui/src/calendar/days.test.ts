import { describe, expect, it } from 'vitest';
import { addDays, addMonths, nowIn, weekOf, weeksOfMonth } from './days';

describe('days', () => {
  it('pass over the change to summer time', () => expect(addDays('2026-03-28', 2)).toBe('2026-03-30'));
  it('pass over the end of a year', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'));
  it('find the month before from a long one', () => expect(addMonths('2026-03-31', -1)).toBe('2026-02-01'));
});

describe('weeks', () => {
  it('start as the brand says', () => {
    expect(weekOf('2026-03-29', 'monday')).toBe('2026-03-23');
    expect(weekOf('2026-03-29', 'sunday')).toBe('2026-03-29');
  });
  it('cover the whole month', () => {
    const weeks = weeksOfMonth('2026-03-15', 'monday');
    expect(weeks[0]?.[0]).toBe('2026-02-23');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
    expect(weeks.length).toBe(6);
  });
});

it('tells the time on the brand’s clocks', () => expect(nowIn('Europe/Berlin', new Date('2026-03-26T23:30:00Z'))).toBe('2026-03-27T00:30:00'));
