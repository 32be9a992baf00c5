import { answer, client } from '../../api/client';
import type { components } from '../../api/schema';
import { useRead } from '../../api/useRead';
import type { Stage } from '../../menu';
import { t } from '../../texts';

type PlanLine = components['schemas']['PlanLine'];

/** Where a plan stands in the round. */
export interface CycleStand {
  /** The parts of the round that are going on. */
  at: Stage[];
  /** What comes next, as a short phrase. */
  next?: string;
}

const stages: Record<PlanLine['status'], Stage[]> = { outline: ['plan'], active: ['do', 'see'], underReview: ['learn'], closed: ['learn'] };

/** An open plan counts before a closed one, and a later cycle before an earlier one. */
export function standOf(plans: PlanLine[]): CycleStand | null {
  const [plan] = [...plans].sort((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed') || b.cycle - a.cycle);
  return plan ? { at: stages[plan.status], next: t.frame.cycle.nextSteps[plan.nextStep] } : null;
}

/** Where the plan of this brand stands; null while there is none. */
export function useCycleStand(brand: string | undefined): CycleStand | null {
  const plans = useRead(['plans', brand, 'cycle'], () => answer(client.GET('/api/v1/plans', { params: { query: { brand, closed: true } } })), { enabled: brand !== undefined });
  return plans.data ? standOf(plans.data) : null;
}
