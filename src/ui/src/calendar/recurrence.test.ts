import { describe, expect, it } from 'vitest';
import { firstChoice, placeInMonth, ruleOf } from './recurrence';

const at = '2026-04-30T18:00:00';

describe('a rule as people choose it', () => {
  it('begins as every week on the day of the post', () => expect(ruleOf(firstChoice(at), at)).toBe('FREQ=WEEKLY;BYDAY=TH'));
  it('names its weekdays in their order, and its end', () =>
    expect(ruleOf({ ...firstChoice(at), every: 2, days: [4, 0], ends: 'until', until: '2026-12-24' }, at)).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20261224'));
  it('counts the weekday of a month, the fifth as the last', () => {
    expect(placeInMonth(at)).toBe(-1);
    expect(ruleOf({ ...firstChoice(at), frequency: 'monthly', month: 'weekday', ends: 'count', count: 6 }, at)).toBe('FREQ=MONTHLY;BYDAY=-1TH;COUNT=6');
  });
  it('keeps the day of the month', () => expect(ruleOf({ ...firstChoice(at), frequency: 'monthly' }, at)).toBe('FREQ=MONTHLY;BYMONTHDAY=30'));
});
