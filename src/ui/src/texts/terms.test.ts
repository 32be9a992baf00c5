import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { terms } from './en/terms';

it('explains only words that the glossary has', () => {
  const glossary = readFileSync('../../docs/glossary.md', 'utf8').toLowerCase();
  expect(Object.values(terms).map((term) => term.name).filter((name) => !glossary.includes(name.toLowerCase()))).toEqual([]);
});
