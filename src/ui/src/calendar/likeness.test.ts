import { describe, expect, it } from 'vitest';
import { likeness, ownWords, sameText } from './likeness';

describe('likeness', () => {
  it('is 100 % for the same words, whatever case, spacing and link', () => expect(likeness('Lunch! https://a.b/1', 'lunch!  https://a.b/2')).toBe(1));
  it('is the same in both directions', () => expect(likeness('tacos at noon', 'noon tacos')).toBe(likeness('noon tacos', 'tacos at noon')));
  it('falls below 85 % for a text written anew', () =>
    expect(likeness('Our new lunch menu starts on Monday: three tacos, ten euros.', 'Hungry at noon? Bring a colleague and tell us which taco wins.')).toBeLessThan(sameText));
  it('is nothing against an empty text', () => expect(likeness('', 'tacos')).toBe(0));
});

it('marks the words that differ from the shared text', () => {
  const words = ownWords('Three great tacos at noon today', 'Three tacos at noon');
  expect(words.filter((word) => word.own).map((word) => word.text.trim())).toEqual(['great', 'today']);
  expect(words.map((word) => word.text).join('')).toBe('Three great tacos at noon today');
});
