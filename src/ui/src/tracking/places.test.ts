import { expect, it } from 'vitest';
import { placeGroups } from './PlaceSelect';
import { together } from './useLinks';

const choice = (id: string, kind: string) => ({ id, kind, title: id }) as never;
const link = (id: string) => ({ id }) as never;

it('offers what clicks can count for, kind by kind, and no work that they cannot', () =>
  expect(placeGroups([choice('goal_1', 'goal'), choice('pillar_1', 'theme'), choice('action_1', 'action'), choice('channel_1', 'channel'), choice('goal_2', 'goal')]).map((group) => [group.group, group.items.map((item) => item.value)])).toEqual([
    ['Goals', ['goal_1', 'goal_2']],
    ['Channels', ['channel_1']],
  ]));

it('lists what was found before the newest, and nothing twice', () => expect(together([link('a'), link('b')], [link('b'), link('c')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']));
