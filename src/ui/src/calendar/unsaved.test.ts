import { beforeEach, expect, it } from 'vitest';
import { emptyDraft } from './draft';
import { allUnsaved, forgetUnsaved, keepUnsaved, keptUnsaved, unsavedKey } from './unsaved';
import { wordDiff } from './wordDiff';

beforeEach(() => window.localStorage.clear());

it('what was typed on a new post is there again, by brand and day, until it is saved or emptied', () => {
  const [plain, monday] = [unsavedKey('brand_a'), unsavedKey('brand_a', '2026-03-30T10:00:00')];
  const draft = { ...emptyDraft, text: 'Tacos at noon' };
  expect(keepUnsaved(plain, draft, new Date('2026-03-26T08:00:00Z'))).toBe('2026-03-26T08:00:00.000Z');
  keepUnsaved(monday, { ...draft, title: 'Monday' }, new Date('2026-03-26T09:00:00Z'));
  expect(allUnsaved('brand_a').map((kept) => kept.draft.title)).toEqual(['Monday', '']);
  expect(allUnsaved('brand_b')).toEqual([]);
  expect(keptUnsaved(plain)?.draft).toEqual(draft);
  forgetUnsaved(plain);
  expect(keptUnsaved(plain)).toBeNull();
  expect(keepUnsaved(monday, emptyDraft)).toBeNull();
  expect(allUnsaved('brand_a')).toEqual([]);
  window.localStorage.setItem(plain, '{"draft":');
  expect(keptUnsaved(plain)).toBeNull();
});

it('how one text became another reads word by word, and loses no sign of either', () => {
  const pieces = wordDiff('Tacos at noon today', 'Tacos at one, today');
  expect(pieces.filter((piece) => piece.kind === 'gone').map((piece) => piece.text)).toEqual(['noon']);
  expect(pieces.filter((piece) => piece.kind === 'new').map((piece) => piece.text)).toEqual(['one,']);
  for (const [a, b] of [['', 'x y'], ['x y', ''], ['a b c d', 'd c b a'], ['same', 'same']] as const) {
    const found = wordDiff(a, b);
    expect(found.filter((piece) => piece.kind !== 'new').map((piece) => piece.text).join('')).toBe(a);
    expect(found.filter((piece) => piece.kind !== 'gone').map((piece) => piece.text).join('')).toBe(b);
  }
});
