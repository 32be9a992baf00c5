import { answer, client, type components, useRead } from '../api';
import type { Tab } from '../menu';
import { formatMoney, formatNumber, formatPercent, locale } from '../shared';
import { t } from '../texts';

type Schemas = components['schemas'];
export type PlannedLine = Schemas['PlannedLine'];
export type Metric = Schemas['Metric'];

export const measuresTabs: Tab[] = [
  { label: t.measures.tabs.briefing, to: '/measures' },
  { label: t.grid.tab, to: '/measures/grid' },
  { label: t.imports.tab, to: '/measures/import' },
];

export function useBriefing(plan: string) {
  return useRead(['measures', plan, 'briefing'], () => answer(client.GET('/api/v1/plans/{plan}/briefing', { params: { path: { plan }, query: { locale: locale() } } })));
}

export function useHealth(plan: string) {
  return useRead(['measures', plan, 'health'], () => answer(client.GET('/api/v1/plans/{plan}/health', { params: { path: { plan }, query: { locale: locale() } } })));
}

export function usePlanAgainstActual(plan: string) {
  return useRead(['measures', plan, 'actual'], () => answer(client.GET('/api/v1/plans/{plan}/plan-against-actual', { params: { path: { plan } } })));
}

/** Writes a number the way its metric wants it. */
export function metricFormat(metric: Metric, currency: string): (value: number) => string {
  if (metric.unit === 'percent') return (value) => formatPercent(value);
  if (metric.unit === 'money' || metric.unit === 'moneyPerHour') return (value) => formatMoney({ amount: value, currency });
  return (value) => formatNumber(value, Math.abs(value) >= 100 ? 0 : 1);
}
