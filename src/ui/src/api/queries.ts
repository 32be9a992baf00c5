import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** Reads are tried again only when no answer came; a refusal stays a refusal. */
function again(count: number, error: Error): boolean {
  return count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502);
}

/** One cache for the screen. A 401 anywhere means that the session ended. */
export function createQueries(signedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Problem && error.status === 401) signedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: again, staleTime: 15_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
  });
}
