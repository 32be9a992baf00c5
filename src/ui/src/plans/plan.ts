import { answer, client, type components, type paths, useCommand, useRead } from '../api';
import type { Tab, To } from '../menu';
import { t } from '../texts';

export { pageOf } from '../shared/plan/pages';

export type Plan = components['schemas']['PlanView'];
export type ChangePlan = NonNullable<paths['/api/v1/plans/{plan}']['patch']['requestBody']>['content']['application/json'];

export const planTabs: Tab[] = [
  { label: t.plans.tabs.plan, to: '/plan' as To },
  { label: t.plans.tabs.versions, to: '/plan/versions' as To },
  { label: t.plans.tabs.journal, to: '/plan/journal' as To },
  { label: t.plans.tabs.summary, to: '/plan/summary' as To },
  { label: t.plans.tabs.executive, to: '/plan/executive' as To },
];

export const planKey = (id: string) => ['plan', id] as const;

export function usePlanDetail(id: string) {
  return useRead(planKey(id), () => answer(client.GET('/api/v1/plans/{plan}', { params: { path: { plan: id } } })));
}

/** Changes the plan's own words, dates and schedule; gates and lists are read again. */
export function useChangePlan(plan: Plan) {
  return useCommand(
    (change: ChangePlan) =>
      answer(client.PATCH('/api/v1/plans/{plan}', { params: { path: { plan: plan.id } }, body: { ...change, ofNumber: plan.number } })),
    { invalidate: [planKey(plan.id), ['plans'], ['gates', plan.id], ['plan-difference', plan.id]], inTurn: plan.id, quiet: true },
  );
}
