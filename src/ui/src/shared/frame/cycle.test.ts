import { expect, it } from 'vitest';
import { standOf } from './cycle';

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

it('says nothing when there is no plan', () => expect(standOf([])).toBeNull());
