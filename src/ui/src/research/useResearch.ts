import { answer, client, useRead } from '../api';

/** The goals of a plan as options, for what serves them. */
export function useGoalOptions(plan: string) {
  const read = useRead(['goals', plan], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
  return (read.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }));
}

export function useAudiences(plan: string) {
  return useRead(['research', plan, 'audiences'], () => answer(client.GET('/api/v1/plans/{plan}/audiences', { params: { path: { plan } } })));
}

export function useFindings(plan: string) {
  return useRead(['research', plan, 'findings'], () => answer(client.GET('/api/v1/plans/{plan}/findings', { params: { path: { plan } } })));
}

export function useTrace(plan: string) {
  return useRead(['research', plan, 'trace'], () => answer(client.GET('/api/v1/plans/{plan}/research/trace', { params: { path: { plan } } })));
}

export function useMatrix(plan: string) {
  return useRead(['research', plan, 'matrix'], () => answer(client.GET('/api/v1/plans/{plan}/audience-matrix', { params: { path: { plan } } })));
}
