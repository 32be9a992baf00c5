import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { menu, todayEntry } from '../menu';
import { t } from '.';

const source = join(import.meta.dirname, '..');

function* texts(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) yield* texts(part, `${path}.${key}`);
}

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name.endsWith('.tsx') && !entry.name.includes('.test.')) yield path;
  }
}

const said = new Set(['label', 'title', 'placeholder', 'description', 'aria-label', 'alt', 'text', 'purpose']);
const hasWords = (text: string) => /[\p{L}]{2,}/u.test(text);

/** Words that stand in a page instead of the catalogue. */
function looseWords(path: string, code: string): string[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && said.has(node.name.getText(file)) && node.initializer && ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text)) {
      found.push(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the catalogue', () => {
  it('has no empty text', () => expect([...texts(t, 't')].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([]));

  it('has no exclamation marks', () => expect([...texts(t, 't')].filter(([, text]) => text.includes('!')).map(([path]) => path)).toEqual([]));

  it('gives every page of the menu a name, a sentence and help', () => {
    const entries = [todayEntry, ...menu.flatMap((group) => group.entries)];
    for (const { label, purpose } of entries) {
      const step = Object.values(t).find((part): part is typeof t.goals => typeof part === 'object' && 'help' in part && 'title' in part && part.title === label);
      expect(step?.purpose, label).toBe(purpose);
      expect(purpose, label).toMatch(/\.$/);
      expect(step?.help.length, label).toBeGreaterThan(0);
    }
  });

  it('holds every word that a page shows', () => {
    const loose = [...files(source)].flatMap((path) => looseWords(path, readFileSync(path, 'utf8')).map((words) => `${relative(source, path)}: ${words}`));
    expect(loose).toEqual([]);
  });

  it('would notice a word in a page', () => {
    expect(looseWords('a.tsx', '<p>Hello there</p>')).toEqual(['Hello there']);
    expect(looseWords('a.tsx', '<Button aria-label="Close it" size="sm">{t.x}</Button>')).toEqual(['Close it']);
  });
});
