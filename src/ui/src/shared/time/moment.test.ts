import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exactInstant, formatDate, formatMoment, zoneName } from './moment';

const now = new Date('2026-10-01T12:00:00Z');

describe('moments', () => {
  beforeEach(() => void vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB'));

  it('are said in the zone of the brand', () => {
    expect(formatMoment('2026-11-26T09:00:00Z', 'Europe/Berlin', now)).toBe('Thu 26 Nov, 10:00, Berlin');
    expect(formatMoment('2026-11-26T09:00:00Z', 'America/New_York', now)).toBe('Thu 26 Nov, 04:00, New York');
  });

  it('follow summer time', () => {
    expect(formatMoment('2026-10-24T08:00:00Z', 'Europe/Berlin', now)).toContain('10:00');
    expect(formatMoment('2026-10-26T08:00:00Z', 'Europe/Berlin', now)).toContain('09:00');
  });

  it('may fall on another day there', () => expect(formatMoment('2026-11-26T22:30:00Z', 'Asia/Tokyo', now)).toBe('Fri 27 Nov, 07:30, Tokyo'));

  it('write midnight as 00:00', () => expect(formatMoment('2026-11-25T23:00:00Z', 'Europe/Berlin', now)).toBe('Thu 26 Nov, 00:00, Berlin'));

  it('carry the year when it is another one', () => {
    expect(formatMoment('2027-01-04T09:00:00Z', 'Europe/Berlin', now)).toBe('Mon 4 Jan 2027, 10:00, Berlin');
  });

  it('keep the exact instant', () => expect(exactInstant('2026-11-26T09:00:00.000Z')).toBe('2026-11-26T09:00:00Z'));
});

it('a date has no zone that could shift it', () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB');
  expect(formatDate('2026-11-22', now)).toBe('Sun 22 Nov');
});

it('names a zone by its place', () => expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires'));
