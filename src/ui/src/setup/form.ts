import type { SetUp } from '../api/account';
import { t } from '../texts';

export const firstValues = () => ({
  name: '',
  email: '',
  password: '',
  workspaceName: '',
  brandName: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/London',
  currency: currencyOf(navigator.language),
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  from: '09:00',
  to: '18:00',
  code: '',
});

export type SetUpValues = ReturnType<typeof firstValues>;

const currencyByRegion: Record<string, string> = { US: 'USD', GB: 'GBP', CH: 'CHF', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', CA: 'CAD', AU: 'AUD', JP: 'JPY', IN: 'INR', BR: 'BRL' };

/** A first guess from the browser's language; EUR when it names no region we know. */
export function currencyOf(language: string): string {
  const region = language.split('-').find((part) => /^[A-Z]{2}$/.test(part));
  return (region && currencyByRegion[region]) || 'EUR';
}

export function validate(values: SetUpValues, codeNeeded: boolean): Record<string, string> {
  const words = t.setup;
  const names = { ...words, ...t.fields };
  const errors: Record<string, string> = {};
  for (const field of ['name', 'email', 'workspaceName', 'brandName', 'zone', 'currency'] as const) {
    if (values[field].trim() === '') errors[field] = words.missing(names[field]);
  }
  if (!errors.email && !/^\S+@\S+$/.test(values.email.trim())) errors.email = words.emailWrong;
  if (values.password.length < 12) errors.password = words.passwordShort;
  if (values.days.length === 0) errors.days = words.daysMissing;
  if (values.from >= values.to) errors.to = words.hoursWrong;
  if (codeNeeded && values.code.trim() === '') errors.code = words.missing(words.code);
  return errors;
}

export function toSetUp(values: SetUpValues): SetUp {
  const { days, from, to, code, ...rest } = values;
  return {
    ...rest,
    email: rest.email.trim(),
    hours: { spans: days.map((day) => ({ day, from, until: to })) },
    ...(code.trim() === '' ? {} : { code: code.trim() }),
  };
}
