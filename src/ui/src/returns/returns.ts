import { answer, client, type components, useRead } from '../api';
import type { Tab, To } from '../menu';
import { t } from '../texts';

export type Schemas = components['schemas'];
export type Sum = Schemas['ReturnSum'];
export type Returns = Schemas['ReturnsView'];
export type Choice = Schemas['WorkChoice'];

/** The pages of Returns. */
export const returnsTabs: Tab[] = [
  { label: t.returns.tabs.overview, to: '/returns' as To },
  { label: t.returns.tabs.time, to: '/returns/time' as To },
  { label: t.returns.tabs.costs, to: '/returns/costs' as To },
  { label: t.returns.tabs.budgets, to: '/returns/budgets' as To },
];

/** Everything that money and hours stand in: what changes one of them changes all. */
export const afterMoney = (plan: string) => [['returns', plan], ['executive', plan], ['spending', plan], ['today']];

/** Minutes as a clock shows them: 90 is "1:30". */
export const clockTime = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** What time and money of a plan can be for. */
export function useWorkChoices(plan: string) {
  return useRead(['returns', plan, 'choices'], () => answer(client.GET('/api/v1/plans/{plan}/work-choices', { params: { path: { plan } } })));
}

/** The choices as a list in groups, the plan as a whole first. */
export function groupsOf(choices: Choice[], whole: string) {
  const kinds = [...new Set(choices.map((choice) => choice.kind))];
  return [{ value: '', label: whole }, ...kinds.map((kind) => ({ group: t.returns.work.kinds[kind] ?? kind, items: choices.filter((choice) => choice.kind === kind).map(({ id, title }) => ({ value: id, label: title })) }))];
}
