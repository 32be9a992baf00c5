import { expect, it } from 'vitest';
import { ago, creditOf, nameOf, type Row, spanOf } from './credit';

const row = {
  key: 'email',
  title: null,
  credits: [
    { model: 'first', conversions: 2, value: { amount: 20, currency: 'EUR' } },
    { model: 'shapley', conversions: -0.5, value: { amount: -5, currency: 'EUR' } },
    { model: 'last', conversions: 4.25, value: { amount: 60, currency: 'EUR' } },
  ],
} as unknown as Row;

it('a row has a name that people know, whatever its key is', () => {
  expect(nameOf('organicSocial', null, 'channelGroup')).toBe('Organic social');
  expect(nameOf('advertising', null, 'campaignType')).toBe('Advertising');
  expect(nameOf('none', null, 'post')).toBe('No post');
  expect(nameOf('campaign_1', 'Lunch', 'campaign')).toBe('Lunch');
  expect(nameOf('spring-2027', null, 'campaign')).toBe('spring-2027');
  expect(nameOf('post_1', null, 'post')).toBe('No longer there');
});

it('the line of a row reaches over all models, also below zero', () => {
  expect(spanOf(row, 'conversions')).toEqual({ low: -0.5, high: 4.25 });
  expect(spanOf(row, 'value')).toEqual({ low: -5, high: 60 });
  expect(creditOf(row, 'last', 'value')).toBe(60);
  expect(creditOf(row, 'markov', 'value')).toBeUndefined();
});

it('says how long before in the unit people would use', () => {
  expect(ago(0)).toBe('at the moment of it');
  expect(ago(20 / 1440)).toBe('20 minutes before');
  expect(ago(3.4 / 24)).toBe('3 hours before');
  expect(ago(20)).toBe('20 days before');
});
