import { expect, it } from 'vitest';
import { currencyOf, firstValues, toSetUp, validate } from './form';

const filled = { ...firstValues(), name: 'Anna', email: ' anna@example.org ', password: 'a long sentence', workspaceName: 'W', brandName: 'B', zone: 'Europe/Berlin', currency: 'EUR' };

it('accepts a filled form and names each missing field', () => {
  expect(validate(filled, false)).toEqual({});
  expect(Object.keys(validate({ ...firstValues(), zone: '', currency: '' }, true)).sort()).toEqual(['brandName', 'code', 'currency', 'email', 'name', 'password', 'workspaceName', 'zone']);
});

it('refuses a day that ends before it begins', () => expect(validate({ ...filled, from: '18:00', to: '09:00' }, false)).toHaveProperty('to'));

it('sends the code only when there is one', () => {
  expect(toSetUp(filled)).toMatchObject({ email: 'anna@example.org', currency: 'EUR' });
  expect(toSetUp(filled).hours.spans).toHaveLength(5);
  expect(toSetUp(filled).hours.spans[0]).toEqual({ day: 'monday', from: '09:00', until: '18:00' });
  expect(toSetUp(filled)).not.toHaveProperty('code');
  expect(toSetUp({ ...filled, code: ' 42 ' }).code).toBe('42');
});

it('guesses the currency from the language of the browser', () => {
  expect(currencyOf('en-GB')).toBe('GBP');
  expect(currencyOf('zh-Hant-US')).toBe('USD');
  expect(currencyOf('de')).toBe('EUR');
});
