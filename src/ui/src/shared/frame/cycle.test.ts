import { expect, it } from 'vitest';
import { placeOf, standOf, stepOf } from './cycle';

const plan = (status: 'outline' | 'active' | 'underReview' | 'closed', cycle: number, nextStep: string) => ({
  id: `plan_${cycle}`,
  brand: 'brand_1',
  title: 'Plan',
  status,
  number: 1,
  cycle,
  start: null,
  end: null,
  function: null,
  nextStep,
  predecessor: null,
});

it('says where the open plan stands, not the closed one', () => {
  expect(standOf([plan('closed', 1, 'reimplement'), plan('active', 2, 'review')])).toMatchObject({ at: ['do', 'see'], stage: 'Plan in force', next: 'the review', to: '/reviews', plan: { id: 'plan_2' } });
  expect(standOf([plan('outline', 1, 'activate')])).toMatchObject({ at: ['plan'], stage: 'Planning', next: 'put it into force', to: '/plan' });
});

it('names the real next step and leads to it', () => {
  const none = { code: null, words: null, title: null, step: null, path: null, on: null, more: 0 };
  expect(stepOf({ ...none, kind: 'question', code: 'audience' })).toEqual({ next: 'say whom it is for', to: '/plan/guide', search: { ask: 'audience' } });
  expect(stepOf({ ...none, kind: 'gate', code: 'channel-sheet-incomplete', words: 'The sheet of X lacks KPIs.', path: '/channels/channel_1' })).toEqual({ next: 'The sheet of X lacks KPIs.', to: '/channels/channel_1' });
  expect(stepOf({ ...none, kind: 'gate', words: 'No start date.', path: '#dates' })).toEqual({ next: 'No start date.', to: '/plan', hash: 'dates' });
  expect(stepOf({ ...none, kind: 'gate', words: 'No audience.', step: 'Research' })).toMatchObject({ to: '/research' });
  expect(stepOf({ ...none, kind: 'review', on: '2026-11-26' })).toMatchObject({ to: '/reviews', next: expect.stringContaining('26') });
  expect(stepOf({ ...none, kind: 'activate' })).toEqual({ next: 'put it into force', to: '/plan' });
  expect(placeOf('/goals?goal=goal_1#targets')).toEqual({ to: '/goals', search: { goal: 'goal_1' }, hash: 'targets' });
});

it('says nothing when there is no plan', () => expect(standOf([])).toBeNull());
