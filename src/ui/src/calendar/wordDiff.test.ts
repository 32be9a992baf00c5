import { describe, expect, it } from 'vitest';
import { wordDiff } from './wordDiff';

const both = (before: string, after: string) => wordDiff(before, after).map(({ kind, text }) => `${kind} ${text}`);

describe('the difference between two texts', () => {
  it('tells phrases as a whole and keeps what stayed', () => {
    expect(both('Tacos at one o clock today', 'Tacos at noon and cheaper today')).toEqual(['same Tacos at ', 'gone one o clock', 'new noon and cheaper', 'same  today']);
    expect(both('Tacos', 'Tacos at noon')).toEqual(['same Tacos', 'new  at noon']);
    expect(both('same', 'same')).toEqual(['same same']);
    expect(both('', 'new')).toEqual(['new new']);
  });

  it('loses no letter of either text', () => {
    const texts = ['', ' ', 'a b', 'b a', 'a  c b', 'one o clock, says somebody', 'noon, and mine\n\nis longer', 'a\nb c d', 'd c b a '];
    for (const before of texts)
      for (const after of texts) {
        const pieces = wordDiff(before, after);
        const side = (kind: string) => pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind).map((piece) => piece.text).join('');
        expect([side('gone'), side('new')]).toEqual([before, after]);
      }
  });
});
