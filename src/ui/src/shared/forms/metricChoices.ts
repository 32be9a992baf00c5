import type { components } from '../../api';
import { t } from '../../texts';

type Metric = Pick<components['schemas']['Metric'], 'key' | 'name' | 'class'> & { enabled?: boolean };

const usual = ['followers', 'reach', 'engagements', 'er_reach', 'link_clicks', 'sessions_social', 'leads', 'conversions', 'orders', 'revenue_social', 'first_response', 'posts_published'];
const classes = ['business', 'engagement', 'operational', 'vanity'] as const;

/** Metrics for a picker: those that fit here, then the usual ones, then the rest by what they are worth as evidence. What is switched off is not offered. */
export function metricChoices(metrics: Metric[], fitting: string[] = []) {
  const offered = metrics.filter((metric) => metric.enabled !== false);
  // What is chosen already stays on offer, also where it is switched off.
  const named = (keys: string[], among: Metric[]) => keys.map((key) => among.find((metric) => metric.key === key)).filter((metric) => metric !== undefined);
  const first = named(fitting, metrics);
  const common = named(usual.filter((key) => !fitting.includes(key)), offered);
  const rest = offered.filter((metric) => !fitting.includes(metric.key) && !usual.includes(metric.key));
  const groups = [
    { group: t.metrics.fitting, of: first },
    { group: t.metrics.usual, of: common },
    ...classes.map((kind) => ({ group: t.metrics.classes[kind], of: rest.filter((metric) => metric.class === kind) })),
  ];
  return groups.filter(({ of }) => of.length > 0).map(({ group, of }) => ({ group, items: of.map((metric) => ({ value: metric.key, label: metric.name })) }));
}
