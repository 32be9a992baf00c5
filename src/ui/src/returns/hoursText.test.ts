import { expect, it } from 'vitest';
import { minutesOf } from './hoursText';
import { firstDay } from './range';
import { clockTime } from './returns';

it('reads time as people write it', () => {
  expect(['1:30', '1.5', '1,5', '90m', '1h 30m', '2 h', '', '0'].map(minutesOf)).toEqual([90, 90, 90, 90, 90, 120, 0, 0]);
});

it('refuses what is no time of a day', () => {
  expect(['soon', '1:60', '25', '90', '-1'].map(minutesOf)).toEqual([null, null, null, null, null]);
});

it('reads back what it shows', () => {
  for (let minutes = 0; minutes <= 1440; minutes += 7) expect(minutesOf(clockTime(minutes))).toBe(minutes);
});

it('counts days back in the zone of the brand', () => {
  expect(firstDay(30, 'Europe/Berlin', Date.parse('2026-03-31T23:30:00Z'))).toBe('2026-03-03');
  expect(firstDay(1, 'America/New_York', Date.parse('2026-03-31T23:30:00Z'))).toBe('2026-03-31');
});
