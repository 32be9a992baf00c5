import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the first screen after sign-in may load as script, compressed. */
const limit = 250_000;

type Chunk = Rolldown.OutputChunk;

/** The chunks that come with one: itself and all it imports, directly or not. */
function withImports(file: string, chunks: Map<string, Chunk>, found = new Set<Chunk>()): Set<Chunk> {
  const chunk = chunks.get(file);
  if (chunk && !found.has(chunk)) {
    found.add(chunk);
    for (const next of chunk.imports) withImports(next, chunks, found);
  }
  return found;
}

/** Fails the build when the frame and the page of today together load too much script. */
export function firstScreen(): Plugin {
  return {
    name: 'first-screen',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = new Map(Object.values(bundle).filter((part): part is Chunk => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
      const first = [...chunks.values()].filter((chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith('/today/TodayPage.tsx'));
      if (first.length !== 2) this.error('The first screen is the entry and the page of today, but they were not found.');
      const loaded = new Set(first.flatMap((chunk) => [...withImports(chunk.fileName, chunks)]));
      const size = [...loaded].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      if (size > limit) this.error(`The first screen loads ${Math.round(size / 1000)} kB of script (gzip); ${limit / 1000} kB are allowed.`);
      this.info(`The first screen loads ${(size / 1000).toFixed(1)} kB of script (gzip).`);
    },
  };
}
