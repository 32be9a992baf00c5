import { expect, it } from 'vitest';
import { pickPlan, type PlanLine } from './usePlan';

const plan = (id: string, status: PlanLine['status'], cycle: number) => ({ id, status, cycle }) as PlanLine;
const plans = [plan('a', 'closed', 3), plan('b', 'active', 1), plan('c', 'outline', 2)];

it('the plan of the address is the one on screen', () => expect(pickPlan(plans, 'a')?.id).toBe('a'));
it('without one, an open plan of the latest cycle is', () => expect(pickPlan(plans, undefined)?.id).toBe('c'));
it('a brand without a plan has none', () => expect(pickPlan([], 'a')).toBeNull());
