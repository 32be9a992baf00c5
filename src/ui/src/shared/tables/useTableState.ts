import { type UrlValues, useUrl } from '../frame/useUrl';
import { readSorting, type Sorting, writeSorting } from './columns';

export interface TableState {
  sorting: Sorting | undefined;
  search: string;
  /** The chosen value of a filter. */
  filter: (key: string) => string | undefined;
  sort: (sorting: Sorting) => void;
  find: (text: string) => void;
  choose: (key: string, value: string | null) => void;
  clear: (keys: string[]) => void;
}

/** Sorting, search and filters of a list, kept in the address. Give a name when a page has two lists. */
export function useTableState(name?: string, first?: string): TableState {
  const [url, set] = useUrl();
  const key = (part: string) => (name ? `${name}.${part}` : part);
  return {
    sorting: readSorting(url[key('sort')] ?? first),
    search: url[key('q')] ?? '',
    filter: (part) => url[key(part)],
    sort: (sorting) => set({ [key('sort')]: writeSorting(sorting) }),
    find: (text) => set({ [key('q')]: text || undefined }),
    choose: (part, value) => set({ [key(part)]: value ?? undefined }),
    clear: (parts) => set(Object.fromEntries([...parts, 'q'].map((part) => [key(part), undefined])) as UrlValues),
  };
}
