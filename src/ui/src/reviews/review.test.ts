import { expect, it } from 'vitest';
import { type AgendaItem, nextUndecided } from './review';

const item = (node: string, verdict: AgendaItem['verdict'], isMeasure = true, within: string | null = null) => ({ node, verdict, isMeasure, within }) as AgendaItem;

it('goes on to the next measure without a verdict, round the end', () => {
  const agenda = [item('a', null), item('goal', null, false), item('b', 'keep'), item('c', null)];
  expect(nextUndecided(agenda, 0)).toBe(3);
  expect(nextUndecided(agenda, 3)).toBe(0);
});

it('leaves out what goes with something dropped', () => expect(nextUndecided([item('t', 'drop'), item('a', null, true, 't')], 0)).toBeNull());
it('ends when all is decided', () => expect(nextUndecided([item('a', 'keep')], 0)).toBeNull());
