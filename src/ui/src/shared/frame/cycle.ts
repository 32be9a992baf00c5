import { answer, client } from '../../api/client';
import type { components } from '../../api/schema';
import { useRead } from '../../api/useRead';
import type { Stage, To } from '../../menu';
import { t } from '../../texts';

type PlanLine = components['schemas']['PlanLine'];

/** Where a plan stands in the round. */
export interface CycleStand {
  /** The parts of the round that are going on. */
  at: Stage[];
  /** How it stands, in words. */
  stage: string;
  /** What comes next, as a short phrase. */
  next?: string;
  /** Where that is done. */
  to: To;
  plan: { id: string; title: string };
}

const stages: Record<PlanLine['status'], Stage[]> = { outline: ['plan'], active: ['do', 'see'], underReview: ['learn'], closed: ['learn'] };

/** Where the next step is taken; the plan's own page for all others. */
const places: Record<string, To> = { review: '/reviews' };

/** An open plan counts before a closed one, and a later cycle before an earlier one. */
export function standOf(plans: PlanLine[]): CycleStand | null {
  const [plan] = [...plans].sort((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed') || b.cycle - a.cycle);
  if (!plan) return null;
  const words = t.frame.cycle;
  return { at: stages[plan.status], stage: words.stages[plan.status], next: words.nextSteps[plan.nextStep], to: places[plan.nextStep] ?? '/plan', plan: { id: plan.id, title: plan.title } };
}

/** Where the plan of this brand stands; null while there is none. */
export function useCycleStand(brand: string | undefined): CycleStand | null {
  const plans = useRead(['plans', brand, 'cycle'], () => answer(client.GET('/api/v1/plans', { params: { query: { brand, closed: true } } })), { enabled: brand !== undefined });
  return plans.data ? standOf(plans.data) : null;
}
