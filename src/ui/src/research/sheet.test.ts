import { expect, it } from 'vitest';
import { evidenceOf, evidenceValues, linesOf, numberOrNull, pairsOf } from './sheet';

it('reads lines and pairs as people type them', () => {
  expect(linesOf(' a \n\n b')).toEqual(['a', 'b']);
  expect(pairsOf('age: 25–34: 40\nno colon')).toEqual([
    ['age', '25–34: 40'],
    ['', 'no colon'],
  ]);
});

it('takes an empty number for none, and zero for zero', () => {
  expect([numberOrNull(''), numberOrNull(undefined), numberOrNull('0'), numberOrNull(2.5)]).toEqual([null, null, 0, 2.5]);
});

it('makes evidence only where somebody says so, and gives it back the same', () => {
  expect(evidenceOf({ sourceName: '  ' })).toBeUndefined();
  const source = evidenceOf({ sourceKind: 'numbers', sourceName: 'Till', sourceOn: '2026-03-01', sourceLink: '', sample: '40' });
  expect(source).toEqual({ kind: 'numbers', name: 'Till', on: '2026-03-01', reference: null, link: null, sample: 40 });
  expect(evidenceOf(evidenceValues(source, '2026-11-01'))).toEqual(source);
});
