import { answer, client, useRead } from '../api';
import { formatNumber, formatPercent, useBrand } from '../shared';
import type { Metric } from './importing';

/** Every metric of the workspace, and how its numbers are said. */
export function useMetrics() {
  const read = useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
  const metrics = read.data ?? [];
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  return {
    metrics,
    find: (key: string | null): Metric | undefined => (key === null ? undefined : byKey.get(key)),
    say: (key: string | null, value: number) => (key !== null && byKey.get(key)?.unit === 'percent' ? formatPercent(value, 2) : formatNumber(value, 2)),
  };
}

/** What numbers of the brand can be about. */
export function useSubjects() {
  const brand = useBrand();
  return useRead(['number-subjects', brand.id], () => answer(client.GET('/api/v1/numbers/subjects', { params: { query: { brand: brand.id } } })));
}
