import { expect, it } from 'vitest';
import { type Block, fillMentions, insertAt } from './blocks';

const bakery: Block = { id: 'b', kind: 'mention', name: 'Ana’s Bakery', text: 'Ana’s Bakery', handles: { bluesky: 'ana.example' }, version: 1 };

it('a mention reads as the network’s own handle, as a plain name, or stays as it is written', () => {
  expect(fillMentions('By @{ana’s bakery}!', 'bluesky', [bakery])).toBe('By @ana.example!');
  expect(fillMentions('By @{Ana’s Bakery}!', 'x', [bakery])).toBe('By Ana’s Bakery!');
  expect(fillMentions('By @{Bob}!', 'x', [bakery])).toBe('By @{Bob}!');
});

it('words are put where the cursor stands, or at the end', () => {
  expect(insertAt('Tacos noon', 'at', 5, 6, false)).toBe('Tacos atnoon');
  expect(insertAt('Tacos', '#lunch', 5, 5, false)).toBe('Tacos #lunch');
  expect(insertAt('Tacos\n', 'Yours, Ana', null, null, true)).toBe('Tacos\n\nYours, Ana');
  expect(insertAt(' ', '#lunch', null, null, false)).toBe('#lunch');
});
