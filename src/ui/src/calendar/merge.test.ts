import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft } from './draft';
import { merge } from './merge';

const base: Draft = { ...emptyDraft, title: 'Lunch', text: 'Tacos at noon', accounts: [{ id: 'a', own: null }, { id: 'b', own: { text: 'Noon. Tacos.' } }] };

describe('two people on one post', () => {
  it('keep what only one of them changed', () => {
    const mine = { ...base, text: 'Tacos at one' };
    const theirs = { ...base, title: 'Late lunch', at: '2026-03-30T10:00:00', accounts: [...base.accounts, { id: 'c', own: null, comment: 'More below' }] };
    const { merged, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(merged).toEqual({ ...theirs, text: 'Tacos at one' });
  });

  it('are asked about what both changed, and nothing of either is lost until then', () => {
    const { merged, clashes } = merge(base, { ...base, text: 'Mine' }, { ...base, text: 'Theirs' });
    expect(clashes).toEqual([{ key: 'text', base: 'Tacos at noon', mine: 'Mine', theirs: 'Theirs' }]);
    expect(merged.text).toBe('Mine');
    expect(merge(base, { ...base, text: 'Mine' }, { ...base, text: 'Theirs' }, { text: 'Both' }).merged.text).toBe('Both');
    const gone = { ...base, accounts: [{ id: 'a', own: null }] };
    const reworded = { ...base, accounts: [{ id: 'a', own: null }, { id: 'b', own: { text: 'Tacos.' } }] };
    expect(merge(base, reworded, gone).clashes.map((clash) => clash.key)).toEqual(['own b']);
  });

  it('obey the laws of merging, whatever they wrote', () => {
    const texts = ['Tacos at noon', 'x', 'y'];
    const owns = [null, { text: 'Noon. Tacos.' }, { text: 'z' }];
    const some = texts.flatMap((text) => owns.flatMap((own) => [null, 'g'].map((goal): Draft => ({ ...base, text, goal, accounts: [{ id: 'a', own: null }, ...(text === 'y' ? [] : [{ id: 'b', own }])] }))));
    for (const mine of some) {
      expect(merge(base, mine, base).merged).toEqual(mine);
      expect(merge(base, base, mine).merged).toEqual(mine);
      expect(merge(base, mine, mine)).toEqual({ merged: mine, clashes: [] });
      for (const theirs of some) {
        const one = merge(base, mine, theirs);
        const other = merge(base, theirs, mine);
        // Whoever looks at it, the same things are in dispute.
        expect(one.clashes.map((clash) => clash.key).sort()).toEqual(other.clashes.map((clash) => clash.key).sort());
        expect([mine.text, theirs.text]).toContain(one.merged.text);
      }
    }
  });
});
