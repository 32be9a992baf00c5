import { beforeEach, describe, expect, it, vi } from 'vitest';
import { differenceInWords, formatCompact, formatMoney, formatNumber, formatPercent, formatSigned, probabilityInWords } from './format';

const speak = (language: string) => vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers', () => {
  beforeEach(() => void speak('en-GB'));

  it('separates thousands as the reader writes them', () => {
    expect(formatNumber(1234567)).toBe('1,234,567');
    speak('de-DE');
    expect(formatNumber(1234567.25)).toBe('1.234.567,3');
  });

  it('writes a minus sign that is a minus sign', () => {
    expect(formatNumber(-3)).toBe('\u22123');
    expect(formatSigned(-3)).toBe('\u22123');
    expect(formatSigned(12)).toBe('+12');
    expect(formatSigned(0)).toBe('0');
  });

  it('writes ratios as percentages', () => {
    expect(formatPercent(0.0312)).toBe('3.1%');
    speak('de-DE');
    expect(plain(formatPercent(0.5))).toBe('50 %');
  });

  it('shortens for tight places', () => expect(formatCompact(12_300)).toBe('12.3k'));

  it('knows how many minor units a currency has', () => {
    expect(formatMoney({ amount: 12.5, currency: 'EUR' })).toBe('€12.50');
    expect(formatMoney({ amount: 1250, currency: 'JPY' })).toBe('¥1,250');
    expect(formatMoney({ amount: 1.25, currency: 'KWD' }).replace(/[^\d.]/g, '')).toBe('1.250');
    expect(formatMoney({ amount: -5, currency: 'GBP' })).toBe('\u2212£5.00');
    expect(formatMoney({ amount: 5.25, currency: 'IQD' }).replace(/[^\d.]/g, '')).toBe('5.250');
    expect(formatMoney({ amount: 0.0035, currency: 'USD' }, 3)).toBe('$0.004');
  });

  it('writes money with the same sign for every reader', () => {
    for (const language of ['en-US', 'en-GB', 'en-CA', 'en-AU']) {
      speak(language);
      expect(formatMoney({ amount: 10, currency: 'USD' })).toBe('$10.00');
      expect(formatMoney({ amount: 10, currency: 'CAD' })).toBe('CA$10.00');
      expect(formatMoney({ amount: -10, currency: 'CHF' })).toBe('\u2212CHF\u00a010.00');
    }
    speak('de-DE');
    expect(plain(formatMoney({ amount: 1234.5, currency: 'USD' }))).toBe('1.234,50 $');
  });

  it('says the difference against plan in words', () => {
    expect(differenceInWords(-93)).toBe('93 behind');
    expect(differenceInWords(1200)).toBe('1,200 ahead');
    expect(differenceInWords(0.01)).toBe('as planned');
    expect(differenceInWords(-0.021, formatPercent)).toBe('2.1% behind');
  });

  it('says a probability as people do, and never that something is certain', () => {
    expect(probabilityInWords(0.42)).toBe('about 4 in 10');
    expect(probabilityInWords(0.051)).toBe('about 1 in 10');
    expect(probabilityInWords(0.949)).toBe('about 9 in 10');
    expect(probabilityInWords(1)).toBe('more than 19 in 20');
    expect(probabilityInWords(0)).toBe('less than 1 in 20');
  });
});
