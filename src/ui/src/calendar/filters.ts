import { useUrl } from '../shared';

/** What posts are narrowed to; each stands in the address under its own name. */
export const filterKeys = ['network', 'account', 'status', 'theme', 'campaign', 'goal', 'author', 'text'] as const;
export type FilterKey = (typeof filterKeys)[number];
export type Filters = Partial<Record<FilterKey, string>>;

export const shapes = ['month', 'week', 'day', 'list', 'board', 'ideas'] as const;
export type CalendarShape = (typeof shapes)[number];

export const shapeOf = (text: string | undefined): CalendarShape => shapes.find((shape) => shape === text) ?? 'month';

/** The filters that an address holds. */
export const filtersOf = (url: Record<string, string | undefined>): Filters => Object.fromEntries(filterKeys.flatMap((key) => (url[key] ? [[key, url[key]]] : [])));

export function useFilters(): Filters {
  const [url] = useUrl();
  return filtersOf(url);
}

export const isNarrowed = (filters: Filters) => filterKeys.some((key) => filters[key]);
