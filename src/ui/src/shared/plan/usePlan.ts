import { answer, client, type components, type Read, useRead } from '../../api';
import { useBrand } from '../frame/useAccount';
import { useUrl } from '../frame/useUrl';

export type PlanLine = components['schemas']['PlanLine'];

/** An open plan counts before a closed one, and a later cycle before an earlier one. */
export function pickPlan(plans: PlanLine[], asked: string | undefined): PlanLine | null {
  const ordered = [...plans].sort((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed') || b.cycle - a.cycle);
  return plans.find((plan) => plan.id === asked) ?? ordered[0] ?? null;
}

/** The plans of the brand on screen, and the one looked at: from the address (`?plan=`), else the one in force. */
export function usePlan(): { plan: PlanLine | null; plans: PlanLine[]; read: Read<PlanLine[]> } {
  const brand = useBrand();
  const [url] = useUrl();
  const read = useRead(['plans', brand.id, 'list'], () => answer(client.GET('/api/v1/plans', { params: { query: { brand: brand.id, closed: true } } })));
  const plans = read.data ?? [];
  return { plan: pickPlan(plans, url.plan), plans, read };
}
