/** What writing an amount needs to know of currencies, and no more: it is part of the first screen. All codes stand in `currencyCodes.ts`. */
export const noDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
export const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND';

/** Signs that nobody mistakes; other currencies are written by their code. */
export const currencySigns: Record<string, string> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
  BRL: 'R$',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  MXN: 'MX$',
  CNY: 'CN¥',
  HKD: 'HK$',
  TWD: 'NT$',
  ILS: '₪',
  VND: '₫',
  PHP: '₱',
};

/** How many decimals it has; a code that is none, from before codes were looked at, has two. */
export const currencyDecimals = (currency: string) => (noDecimals.split(' ').includes(currency) ? 0 : threeDecimals.split(' ').includes(currency) ? 3 : 2);
