import { answer, client, type components, useCommand, useRead } from '../api';
import { formatMoney, formatNumber, formatPercent } from '../shared';
import type { ProblemForm } from '../shared/forms/fieldErrors';
import { t } from '../texts';
import { planKey } from './plan';

export type Executive = components['schemas']['ExecutiveView'];
export type ExecutiveGoal = components['schemas']['ExecutiveGoal'];
export type SignOff = components['schemas']['SignOffView'];

const words = t.executive;

export function useExecutive(plan: string) {
  return useRead(['executive', plan], () => answer(client.GET('/api/v1/plans/{plan}/executive', { params: { path: { plan } } })));
}

/** A number of a goal in the unit of its metric. */
export function inUnit(value: number, unit: ExecutiveGoal['unit'], currency: string): string {
  if (unit === 'percent') return formatPercent(value);
  if (unit === 'money' || unit === 'moneyPerHour') return formatMoney({ amount: value, currency });
  // Whole things: a fraction only says something while there are few.
  return formatNumber(value, Math.abs(value) >= 100 ? 0 : 1);
}

/** "1,300 of 1,600" and "1,350 expected by today": as much of it as is known. The day of the target stands between them. */
export function paceInWords(goal: ExecutiveGoal, currency: string): { reach: string; expected: string } {
  const say = (value: number) => inUnit(value, goal.unit, currency);
  const { pace } = words;
  const reach = goal.now !== null && goal.target !== null ? pace.nowOf(say(goal.now), say(goal.target)) : goal.now !== null ? pace.now(say(goal.now)) : goal.target !== null ? pace.target(say(goal.target)) : '';
  return { reach, expected: goal.expected !== null && goal.now !== null ? pace.expected(say(goal.expected)) : '' };
}

/** What can be done on the page: asking, approving, refusing. What is wrong with a field is said at the form's field. */
export function useBudgetCommands({ plan, number, signOffs }: Executive, form: ProblemForm, onDone: () => void) {
  const path = { params: { path: { plan } } };
  const invalidate = [['executive', plan], planKey(plan), ['plan-difference', plan], ['today']];
  const seen = signOffs.all.length;
  return {
    ask: useCommand((body: { amount: { amount: number; currency: string }; neededBy: string | null; why: string | null }) => answer(client.POST('/api/v1/plans/{plan}/budget-ask', { ...path, body })), { invalidate, done: words.asked, form, onDone }),
    withdraw: useCommand(() => answer(client.DELETE('/api/v1/plans/{plan}/budget-ask', path)), { invalidate, done: words.askRemoved, onDone }),
    approve: useCommand((body: { amount: { amount: number; currency: string }; on: string | null; reason: string | null }) => answer(client.POST('/api/v1/plans/{plan}/sign-offs/approve', { ...path, body: { ...body, ofNumber: number, seen } })), { invalidate, done: words.approved, form, onDone }),
    refuse: useCommand((reason: string) => answer(client.POST('/api/v1/plans/{plan}/sign-offs/refuse', { ...path, body: { reason, ofNumber: number, seen } })), { invalidate, done: words.refused, form, onDone }),
  };
}
