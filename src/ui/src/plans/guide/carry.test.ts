import { expect, it } from 'vitest';
import { carried } from './carry';

const lunch = { id: 'goal_1', lacks: ['channel', 'audience', 'date'] };
const office = { name: 'Office people', goals: ['goal_1'] };
const insta = { name: 'Instagram', goals: [], active: true };

it('tells a goal whom and where it is about, and leaves alone what it says itself', () => {
  expect(carried([lunch, { id: 'goal_2', lacks: ['date'] }], [office], [insta])).toEqual([{ goal: 'goal_1', audience: 'Office people', channel: 'Instagram' }]);
  expect(carried([{ id: 'goal_1', lacks: ['audience'] }], [office], [insta])).toEqual([{ goal: 'goal_1', audience: 'Office people', channel: undefined }]);
});

it('does not guess between several, unless one names the goal', () => {
  const two = [{ name: 'Office people', goals: [] }, { name: 'Families', goals: [] }];
  expect(carried([lunch], two, [{ ...insta, active: false }])).toEqual([]);
  expect(carried([lunch], [...two, { name: 'Students', goals: ['goal_1'] }], [insta, { name: 'Bluesky', goals: ['goal_1'], active: true }])).toEqual([{ goal: 'goal_1', audience: 'Students', channel: 'Bluesky' }]);
});
