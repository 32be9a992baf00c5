import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = import.meta.dirname;
const common = ['api', 'shared', 'texts'];

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* files(join(folder, entry.name));
    else if (/\.tsx?$/.test(entry.name)) yield join(folder, entry.name);
  }
}

/** Folders that a file of a step names and must not. */
function foreignSteps(code: string, own: string, steps: string[]): string[] {
  const named = [...code.matchAll(/(?:from |import\()'\.\.\/(?:\.\.\/)?([a-z]+)\//g)].map((match) => match[1] ?? '');
  return named.filter((step) => step !== own && steps.includes(step));
}

const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const steps = folders.filter((folder) => !common.includes(folder));

it('a step uses no other step, and the shared parts use none', () => {
  const wrong = folders.flatMap((folder) => [...files(join(source, folder))].flatMap((path) => foreignSteps(readFileSync(path, 'utf8'), folder, steps).map((step) => `${path} uses ${step}`)));
  expect(wrong).toEqual([]);
});

it('would notice a step that uses another', () => {
  expect(foreignSteps("import { x } from '../goals/x';", 'plans', steps)).toEqual(['goals']);
});
