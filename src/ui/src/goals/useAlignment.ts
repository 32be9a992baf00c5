import { answer, client, useRead } from '../api';

export function useAlignment(plan: string) {
  return useRead(['alignment', plan], () => answer(client.GET('/api/v1/plans/{plan}/alignment', { params: { path: { plan } } })));
}
