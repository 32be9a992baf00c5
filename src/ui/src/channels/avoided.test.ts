import { describe, expect, it } from 'vitest';
import { alliesOf, alliesText, avoidedOf, avoidedText } from './avoided';

describe('words to avoid as lines', () => {
  it('reads what to say instead, and what is never said', () => {
    expect(avoidedOf('cheap = good value\n\n!synergy\n  a=b=c ')).toEqual([
      { term: 'cheap', instead: 'good value', never: false },
      { term: 'synergy', instead: null, never: true },
      { term: 'a', instead: 'b=c', never: false },
    ]);
  });
  it('writes the same lines again', () => {
    const text = 'cheap = good value\n!synergy\nelection';
    expect(avoidedText(avoidedOf(text))).toBe(text);
  });
});

describe('friends as lines', () => {
  it('comes and goes', () => {
    const text = 'Bakery, @baeckerei, bread, and cake\nThe market\nAna, , an old friend';
    expect(alliesOf(text)[0]).toEqual({ name: 'Bakery', where: '@baeckerei', why: 'bread, and cake' });
    expect(alliesText(alliesOf(text))).toBe(text);
  });
});
