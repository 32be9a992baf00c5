import { expect, it } from 'vitest';
import { type ExecutiveGoal, paceInWords } from './executive';

const goal = (some: Partial<ExecutiveGoal>): ExecutiveGoal => ({ id: 'goal_1', title: 'Guests', status: 'lagging', why: null, metric: 'Footfall', unit: 'count', now: null, expected: null, target: null, deadline: null, ownerName: null, activities: 1, ...some });

it('says as much of the pace as is known', () => {
  expect(paceInWords(goal({ now: 1300, target: 1600, expected: 1350 }), 'EUR')).toEqual({ reach: '1,300 of 1,600', expected: '1,350 expected by today' });
  expect(paceInWords(goal({ now: 1300 }), 'EUR')).toEqual({ reach: '1,300 now', expected: '' });
  expect(paceInWords(goal({ target: 0.05, unit: 'percent', expected: 0.04 }), 'EUR')).toEqual({ reach: 'to reach 5%', expected: '' });
  expect(paceInWords(goal({ now: 40, target: 50, unit: 'money' }), 'EUR')).toEqual({ reach: '€40.00 of €50.00', expected: '' });
  expect(paceInWords(goal({}), 'EUR')).toEqual({ reach: '', expected: '' });
});
