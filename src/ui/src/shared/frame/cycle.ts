import { answer, client } from '../../api/client';
import type { components } from '../../api/schema';
import { useRead } from '../../api/useRead';
import type { Stage, To } from '../../menu';
import { t } from '../../texts';
import { pageOf } from '../plan/pages';
import { formatDate } from '../time/moment';

type PlanLine = components['schemas']['PlanLine'];
type Next = components['schemas']['PlanNextView'];

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
  search?: Record<string, string>;
  hash?: string;
  plan: { id: string; title: string };
}

const stages: Record<PlanLine['status'], Stage[]> = { outline: ['plan'], active: ['do', 'see'], underReview: ['learn'], closed: ['learn'] };

/** Where the next step is taken; the plan's own page for all others. */
const places: Record<string, To> = { review: '/reviews', revise: '/reviews' };

/** An address as the program writes it, “/goals?goal=…#targets”, as the router takes it. */
export function placeOf(path: string, from: To = '/plan'): { to: To; search?: Record<string, string>; hash?: string } {
  const [rest = '', hash] = path.split('#');
  const [to = '', query] = rest.split('?');
  return { to: (to || from) as To, ...(query ? { search: Object.fromEntries(new URLSearchParams(query)) } : {}), ...(hash ? { hash } : {}) };
}

/** The next step in a few words, and the page where it is taken. */
export function stepOf(next: Next): Pick<CycleStand, 'next' | 'to' | 'search' | 'hash'> {
  const words = t.frame.cycle;
  if (next.kind === 'question') {
    const ask = next.code ?? '';
    return { next: words.asks[ask] ?? words.firstSteps, to: '/plan/guide' as To, search: { ask } };
  }
  if (next.kind === 'gate') return { next: next.words ?? undefined, ...placeOf(next.path ?? pageOf[next.step ?? ''] ?? '/plan') };
  if (next.kind === 'review' && next.on) return { next: words.reviewOn(formatDate(next.on)), to: places.review! };
  return { next: words.nextSteps[next.kind], to: places[next.kind] ?? '/plan' };
}

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
  const stand = plans.data ? standOf(plans.data) : null;
  const plan = stand?.plan.id;
  const next = useRead(['next', plan], () => answer(client.GET('/api/v1/plans/{plan}/next', { params: { path: { plan: plan! } } })), { enabled: plan !== undefined, keep: true });
  return stand && next.data ? { ...stand, ...stepOf(next.data) } : stand;
}
