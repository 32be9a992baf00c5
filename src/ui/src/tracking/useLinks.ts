import { useDebouncedValue } from '@mantine/hooks';
import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

type TrackedLink = components['schemas']['LinkView'];

/** The found ones first, each once. */
export function together(found: TrackedLink[], newest: TrackedLink[]): TrackedLink[] {
  const known = new Set(found.map((link) => link.id));
  return [...found, ...newest.filter((link) => !known.has(link.id))];
}

/** The newest links of the brand; where there are more than one page holds, what is searched for is asked of the server, so that none stays unfound. */
export function useLinks(find: string, { archived = false, enabled = true } = {}) {
  const brand = useBrand();
  const [settled] = useDebouncedValue(find.trim(), 250);
  const ask = (text?: string) => answer(client.GET('/api/v1/links', { params: { query: { brand: brand.id, archived, find: text, take: 200 } } }));
  const newest = useRead(['links', brand.id, archived], () => ask(), { keep: true, enabled });
  const more = typeof newest.data?.after === 'string';
  const found = useRead(['links', brand.id, archived, settled], () => ask(settled), { keep: true, enabled: enabled && more && settled !== '' });
  return { read: newest, more, links: together((more && settled !== '' && found.data?.items) || [], newest.data?.items ?? []) };
}
