import { answer, client, type components, useRead } from '../api';
import type { Tab, To } from '../menu';
import { t } from '../texts';

export { metricFormat } from '../shared/numbers/metricFormat';

type Schemas = components['schemas'];
export type GoalRow = Schemas['GoalRow'];
export type Metric = Schemas['Metric'];
// The document marks a shared enum as nullable once one of its uses is; a sheet always has its type.
export type TargetType = NonNullable<Schemas['TargetType']>;
export type KpiSheet = Omit<Schemas['KpiSheet'], 'type' | 'items'> & { type: TargetType; items?: NonNullable<Schemas['ItemFilter']> };
export type Target = Omit<Schemas['KpiTargetView'], 'sheet'> & { sheet: KpiSheet };
export type GoalDetail = Omit<Schemas['GoalDetailView'], 'targets'> & { targets: Target[] };
export type PeriodLength = Schemas['PeriodLength'];
export type Line = Schemas['MeasurementLine'];
export type Alignment = Schemas['Alignment'];
export type Assumption = Schemas['AssumptionView'];
export type Expected = Schemas['ExpectationView'];

export const goalTabs: Tab[] = [
  { label: t.goals.tabs.goals, to: '/goals' as To },
  { label: t.goals.tabs.alignment, to: '/goals/alignment' as To },
  { label: t.foresight.tabs.results, to: '/goals/results' as To },
  { label: t.foresight.tabs.attainability, to: '/goals/attainability' as To },
  { label: t.foresight.tabs.assumptions, to: '/goals/assumptions' as To },
  { label: t.goals.tabs.measurement, to: '/goals/measurement' as To },
  { label: t.foresight.tabs.rules, to: '/goals/rules' as To },
];

/** Everything that shows goals is read again after a change. */
export const goalKeys = [['goals'], ['alignment'], ['attainability'], ['assumptions'], ['diet'], ['conflicts'], ['key-results'], ['measurement'], ['gates'], ['plan-steps'], ['measures']] as const;

export function useGoals(plan: string) {
  return useRead(['goals', plan], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
}

export function useGoal(goal: string) {
  return useRead(['goals', 'one', goal], () => answer(client.GET('/api/v1/goals/{goal}', { params: { path: { goal } } })) as Promise<GoalDetail>, { keep: true });
}

export function useMetrics() {
  return useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
}

const tones = { onTrack: 'good', met: 'good', lagging: 'warn', atRisk: 'bad', missed: 'bad', tooEarly: 'calm', noData: 'calm' } as const;

export const toneOf = (status: GoalRow['status']) => tones[status];
