import { expect, it } from 'vitest';
import { rhythmOf, ruleOf } from './rhythm';

it.each(['FREQ=MONTHLY;BYDAY=-1TH', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=3MO', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=31'])(
  'a rule stays what it is when nothing is changed: %s',
  (rule) => expect(ruleOf(rhythmOf(rule))).toBe(rule),
);

it('begins near the end of the month, on a day and not a date', () => expect(ruleOf(rhythmOf(undefined))).toBe('FREQ=MONTHLY;BYDAY=-1TH'));
it('keeps a rule it does not know as an own one', () => expect(rhythmOf('FREQ=DAILY').rhythm).toBe('own'));
