import { describe, expect, it } from 'vitest';
import { spanInWords } from './inbox';
import { instantOf, nowIn } from './when';

describe('business minutes in words', () => {
  it.each([
    [0, '0 min'],
    [50, '50 min'],
    [60, '1 h'],
    [200, '3 h 20 min'],
    [540, '9 h'],
    [1080, '2 working days'],
    [1350, '2.5 working days'],
  ])('%i', (minutes, said) => expect(spanInWords(minutes, 540)).toBe(said));

  it('a brand without hours counts in hours', () => expect(spanInWords(3000, 0)).toBe('50 h'));
});

describe('a local time as an instant', () => {
  it.each([
    ['2026-02-13', '17:30', '2026-02-13T16:30:00Z'],
    ['2026-07-01', '09:00', '2026-07-01T07:00:00Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ])('%s %s in Berlin', (date, time, instant) => expect(instantOf(date, time, 'Europe/Berlin')).toBe(instant));

  it('now is said in the zone', () => expect(nowIn('Europe/Berlin', new Date('2026-02-13T16:30:00Z'))).toEqual({ date: '2026-02-13', time: '17:30' }));
});
