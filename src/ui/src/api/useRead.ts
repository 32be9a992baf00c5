import { keepPreviousData, type QueryKey, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { asProblem, type Problem } from './problem';

export interface ReadOptions {
  /** False while something it needs is missing. */
  enabled?: boolean;
  /** Keep showing the last answer while the next page or filter loads, so that nothing jumps. */
  keep?: boolean;
  /** Milliseconds between refreshes while the page is open. */
  every?: number;
}

export type Read<T> = UseQueryResult<T, Error> & { problem: Problem | null };

/** Reads something for a page: `useRead(['goals', brand.id], () => answer(client.GET(...)))`. */
export function useRead<T>(queryKey: QueryKey, fn: (signal: AbortSignal) => Promise<T>, options: ReadOptions = {}): Read<T> {
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => fn(signal),
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
    refetchInterval: options.every ?? false,
  });
  return { ...query, problem: query.error ? asProblem(query.error) : null } as Read<T>;
}
