import { answer, client, type components, useCommand, useRead } from '../api';
import { useBrand } from '../shared';

export type Publication = components['schemas']['PublicationView'];
export type View = 'needsYou' | 'waiting' | 'out';

/** A page of publications; asked again often, because they move by themselves. */
export function usePublications(view: View, take: number) {
  const brand = useBrand();
  return useRead(
    ['publications', brand.id, view, take],
    () => answer(client.GET('/api/v1/publications', { params: { query: { brand: brand.id, filter: view, take } } })),
    { keep: true, every: 10_000 },
  );
}

export function usePublishingState() {
  const brand = useBrand();
  return useRead(['publishing', brand.id], () => answer(client.GET('/api/v1/publishing', { params: { query: { brand: brand.id } } })), { every: 10_000 });
}

/** What changes when anything about a publication changes. */
const touched = [['publications'], ['publishing'], ['publication'], ['posts'], ['calendar'], ['today']];

type Verb = 'retry' | 'keep' | 'skip';

/** The verbs of one publication that need no further question. */
export function useVerbOf(verb: Verb, done: string) {
  return useCommand(
    (one: Publication) => {
      const call = { params: { path: { publication: one.id } }, body: { ifVersion: one.version } };
      switch (verb) {
        case 'retry':
          return answer(client.POST('/api/v1/publications/{publication}/retry', call));
        case 'keep':
          return answer(client.POST('/api/v1/publications/{publication}/keep', call));
        default:
          return answer(client.POST('/api/v1/publications/{publication}/skip', call));
      }
    },
    { invalidate: touched, done },
  );
}

/** Says whether something with an unknown outcome is out. */
export function useDecide(done: string, onDone?: () => void) {
  return useCommand(
    ({ one, isOut, url }: { one: Publication; isOut: boolean; url?: string }) =>
      answer(client.POST('/api/v1/publications/{publication}/decide', { params: { path: { publication: one.id } }, body: { isOut, url: url === '' ? null : (url ?? null), ifVersion: one.version } })),
    { invalidate: touched, done, onDone, quiet: onDone !== undefined },
  );
}

export function useTakeBack(done: string) {
  return useCommand((one: Publication) => answer(client.DELETE('/api/v1/publications/{publication}', { params: { path: { publication: one.id }, query: { ifVersion: one.version } } })), {
    invalidate: touched,
    done,
  });
}
