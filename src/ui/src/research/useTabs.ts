import { answer, client, useRead } from '../api';
import type { Tab } from '../menu';
import { usePlan } from '../shared';
import { researchTabs } from './sheet';

export function useDepartments(plan: string | undefined) {
  return useRead(['research', plan, 'departments'], () => answer(client.GET('/api/v1/plans/{plan}/departments', { params: { path: { plan: plan ?? '' } } })), { enabled: plan !== undefined });
}

/** The pages of research; whoever plans alone has no departments to bring together. */
export function useResearchTabs(): Tab[] {
  const { plan } = usePlan();
  const departments = useDepartments(plan?.id);
  return departments.data?.hidden ? tabsOfOne : researchTabs;
}

const tabsOfOne = researchTabs.filter((tab) => tab.to !== '/research/people');
