import { describe, expect, it, vi } from 'vitest';
import { datePattern, readDate, readTime, shiftTime, writeDate } from './dates';

const readsAs = (language: string) => vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);

describe('dates', () => {
  it('are written as the reader does', () => {
    readsAs('en-GB');
    expect(datePattern()).toBe('DD/MM/YYYY');
    readsAs('de-DE');
    expect(datePattern()).toBe('DD.MM.YYYY');
    readsAs('en-US');
    expect(datePattern()).toBe('MM/DD/YYYY');
    expect(writeDate('2026-11-26')).toBe('11/26/2026');
    expect(writeDate('')).toBe('');
  });

  it('are read in the order of the reader', () => {
    readsAs('en-GB');
    expect(readDate('4/12/2026')).toBe('2026-12-04');
    readsAs('en-US');
    expect(readDate('4/12/2026')).toBe('2026-04-12');
  });

  it('are read as ISO dates everywhere', () => expect(readDate('2026-12-04')).toBe('2026-12-04'));

  it.each(['2026-02-30', '31/13/2026', '4/12/20', 'soon', '12', ''])('%s is no date', (text) => {
    readsAs('en-GB');
    expect(readDate(text)).toBeNull();
  });
});

describe('times', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['09:30', '09:30'],
    ['9.30 pm', '21:30'],
    ['12 am', '00:00'],
    ['12:15pm', '12:15'],
    ['1745', '17:45'],
  ])('%s is %s', (text, time) => expect(readTime(text)).toBe(time));

  it.each(['25:00', '10:60', '13 pm', 'noon', ''])('%s is no time', (text) => expect(readTime(text)).toBeNull());

  it('go round the clock', () => {
    expect(shiftTime('23:50', 15)).toBe('00:05');
    expect(shiftTime('00:00', -15)).toBe('23:45');
  });
});
