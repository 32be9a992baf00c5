import { fromField, toField } from '../shared/forms/metricFields';
import type { KpiSheet, Metric, PeriodLength, Target, TargetType } from './goal';

export interface SheetValues {
  metric: string;
  type: TargetType;
  target: number | '';
  baseline: number | '';
  high: number | '';
  start: string | null;
  deadline: string | null;
  every: string | null;
  thresholds: { metric: string; atLeast: number | '' }[];
  network: string;
  theme: string;
  kind: string;
  judgedAfterDays: number;
  subject: string | null;
  source: string;
  query: string;
  collector: string | null;
  frequency: string | null;
}

/** Which fields a kind of target has. */
export const asks = {
  target: (type: TargetType) => type !== 'eachAtLeast' && type !== 'milestone',
  baseline: (type: TargetType) => type === 'increaseTo' || type === 'decreaseTo',
  high: (type: TargetType) => type === 'stayWithin',
  every: (type: TargetType) => type === 'cumulativeInPeriod' || type === 'cadence',
  items: (type: TargetType) => type === 'cadence' || type === 'eachAtLeast',
  thresholds: (type: TargetType) => type === 'eachAtLeast',
};

/** A target as a form holds it. */
export function valuesOf(target: Target | undefined, offer: string | undefined): SheetValues {
  const sheet = target?.sheet;
  const metric = target?.metric;
  return {
    metric: sheet?.metric ?? offer ?? '',
    type: sheet?.type ?? 'increaseTo',
    target: toField.value(sheet?.target, metric),
    baseline: toField.value(sheet?.baseline, metric),
    high: toField.value(sheet?.high, metric),
    start: sheet?.start ?? null,
    deadline: sheet?.deadline ?? null,
    every: sheet?.every ?? null,
    thresholds: sheet?.thresholds?.map(({ metric: key, atLeast }) => ({ metric: key, atLeast })) ?? [{ metric: 'likes', atLeast: '' }],
    network: sheet?.items?.network ?? '',
    theme: sheet?.items?.theme ?? '',
    kind: sheet?.items?.kind ?? '',
    judgedAfterDays: sheet?.judgedAfterDays ?? 7,
    subject: sheet?.subject ?? null,
    source: sheet?.source ?? '',
    query: sheet?.query ?? '',
    collector: sheet?.collector ?? null,
    frequency: sheet?.frequency ?? null,
  };
}

/** The sheet that a form stands for; what its kind does not ask is left out, what no field shows is kept. */
export function sheetOf(values: SheetValues, metric: Metric | undefined, old: KpiSheet | undefined): KpiSheet {
  const { type } = values;
  const text = (value: string) => value.trim() || null;
  return {
    metric: values.metric,
    type,
    target: asks.target(type) ? fromField(values.target, metric) : null,
    baseline: asks.baseline(type) ? fromField(values.baseline, metric) : null,
    baselineOn: old?.baselineOn,
    high: asks.high(type) ? fromField(values.high, metric) : null,
    start: values.start,
    deadline: values.deadline,
    every: asks.every(type) ? ((values.every as PeriodLength | null) ?? (type === 'cadence' ? 'week' : null)) : (old?.every ?? null),
    phasing: old?.phasing,
    subject: values.subject,
    items: asks.items(type) ? { network: text(values.network), channel: old?.items?.channel, theme: text(values.theme), kind: text(values.kind) } : undefined,
    thresholds: asks.thresholds(type) ? values.thresholds.map((row) => ({ metric: row.metric, atLeast: Number(row.atLeast) || 0 })) : null,
    judgedAfterDays: values.judgedAfterDays,
    source: text(values.source),
    query: text(values.query),
    collector: values.collector,
    frequency: values.frequency as PeriodLength | null,
  };
}
