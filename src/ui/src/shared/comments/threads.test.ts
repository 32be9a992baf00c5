import { expect, it } from 'vitest';
import { type Comment, threads } from './useComments';

const comment = (id: string, answers: string | null = null) => ({ id, answers }) as Comment;

it('answers stand under the comment they answer', () => {
  const made = threads([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'a')]);
  expect(made.map((thread) => [thread.first.id, thread.answers.map((each) => each.id)])).toEqual([['a', ['c', 'd']], ['b', []]]);
});

it('an answer to what is gone stands alone', () => expect(threads([comment('c', 'gone')]).map((thread) => thread.first.id)).toEqual(['c']));
