import { t } from '../../texts';
import { currencyDecimals, currencySigns } from './currencies';

/** The reader's own language decides separators and the order of dates. */
export function locale(): string {
  return navigator.language || 'en-GB';
}

const minus = '\u2212';
const tidy = (text: string) => text.replace(/^-/, minus);

/** 12345.678 -> "12,345.7" as the reader writes it. `digits` is the most that is shown after the point. */
export function formatNumber(value: number, digits = 1): string {
  return tidy(new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value));
}

/** Short for tight places: 12,300 -> "12.3k". */
export function formatCompact(value: number): string {
  return tidy(new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(value));
}

/** A ratio, 0 to 1, as a percentage: 0.0312 -> "3.1%". */
export function formatPercent(ratio: number, digits = 1): string {
  return tidy(new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(ratio));
}

/** Money as the API sends it. */
export interface Money {
  amount: number;
  currency: string;
}

/** 12.5 EUR -> "€12.50"; whole amounts keep their cents, so that columns align. The sign is the same for every reader, as in the sentences of the server; its place and the separators are the reader's. */
export function formatMoney({ amount, currency }: Money, most = 0): string {
  const digits = currencyDecimals(currency);
  const sign = currencySigns[currency];
  const parts = new Intl.NumberFormat(locale(), { style: 'currency', currency, currencyDisplay: sign ? 'narrowSymbol' : 'code', minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, most) }).formatToParts(amount);
  return tidy(parts.map((part) => (part.type === 'currency' ? (sign ?? part.value) : part.value)).join(''));
}

/** The change with its sign: "+12", "−3", "0". */
export function formatSigned(value: number, format: (value: number) => string = formatNumber): string {
  const text = format(Math.abs(value));
  if (text === format(0)) return text;
  return value > 0 ? `+${text}` : `${minus}${text}`;
}

/** The difference against plan in words, positive is good: -93 -> "93 behind". */
export function differenceInWords(value: number, format: (value: number) => string = formatNumber): string {
  const text = format(Math.abs(value));
  if (text === format(0)) return t.numbers.level;
  return value > 0 ? t.numbers.ahead(text) : t.numbers.behind(text);
}

/** A probability as people say it: 0.42 -> "about 4 in 10". Never 0 or 10, because nothing is certain. */
export function probabilityInWords(probability: number): string {
  if (probability < 0.05) return t.numbers.lessThanOneInTwenty;
  if (probability > 0.95) return t.numbers.moreThanNineteenInTwenty;
  return t.numbers.aboutInTen(Math.min(9, Math.max(1, Math.round(probability * 10))));
}
