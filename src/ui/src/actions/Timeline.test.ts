import { expect, it } from 'vitest';
import { byMonth } from './Timeline';
import type { Work } from './useWork';

const work = (id: string, place: number, dueAtLatest: string | null, parent: string | null = null, kind: Work['kind'] = 'actionItem') => ({ id, place, dueAtLatest, parent, kind, leaves: 1 }) as Work;

it('puts leaves under the month of their day and the undated last', () => {
  const rows = [work('parent', 1, '2026-05-01'), work('step', 2, '2026-05-01', 'parent', 'step'), work('undated', 3, null), work('early', 4, '2026-04-30'), work('tactic', 5, null, null, 'tactic')];
  expect(byMonth(rows).map(([month, works]) => [month, works.map((each) => each.id)])).toEqual([
    ['2026-04', ['early']],
    ['2026-05', ['step']],
    [null, ['undated']],
  ]);
});
