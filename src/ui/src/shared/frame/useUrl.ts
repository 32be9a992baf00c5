import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type UrlValues = Record<string, string | undefined>;

/** What is on screen stands in the address: reads and sets single values of the search part. */
export function useUrl(): [UrlValues, (changes: UrlValues, push?: boolean) => void] {
  const values = useSearch({ strict: false }) as UrlValues;
  const navigate = useNavigate();
  const set = useCallback(
    (changes: UrlValues, push = false) => {
      const search = (before: UrlValues) => ({ ...before, ...changes });
      void navigate({ to: '.', search: search as never, replace: !push, resetScroll: false });
    },
    [navigate],
  );
  return [values, set];
}
