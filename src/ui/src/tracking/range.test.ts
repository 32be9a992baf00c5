import { describe, expect, it } from 'vitest';
import { chosenRange, isRange, rangeOf } from './range';

describe('the range of days', () => {
  it('ends today in the zone of the brand', () => {
    const late = new Date('2026-03-28T23:30:00Z');
    expect(rangeOf(7, 'Europe/Berlin', late)).toEqual({ from: '2026-03-23', until: '2026-03-29' });
    expect(rangeOf(7, 'America/New_York', late)).toEqual({ from: '2026-03-22', until: '2026-03-28' });
  });

  it('counts calendar days over a change of the clocks', () => {
    expect(rangeOf(30, 'Europe/Berlin', new Date('2026-04-10T12:00:00Z')).from).toBe('2026-03-12');
  });

  it('is what the address names, and the usual one where it names no days', () => {
    expect(chosenRange({ days: 'chosen', from: '2026-03-01', until: '2026-03-31' }, 'UTC')).toEqual({ from: '2026-03-01', until: '2026-03-31' });
    expect(chosenRange({ days: 'chosen' }, 'UTC').days).toBe('30');
    expect(chosenRange({ days: 'soon' }, 'UTC').days).toBe('30');
    expect(chosenRange({ days: '7' }, 'UTC').days).toBe('7');
  });

  it('passes on days that make no sense, and knows them', () => {
    expect(chosenRange({ days: 'chosen', from: 'soon', until: '2026-03-31' }, 'UTC')).toEqual({ from: 'soon', until: '2026-03-31' });
    expect([isRange('2026-03-01', '2026-03-31'), isRange('2026-03-31', '2026-03-01'), isRange('soon', '2026-03-31'), isRange('2026-02-01', '2026-02-30')]).toEqual([true, false, false, false]);
  });
});
