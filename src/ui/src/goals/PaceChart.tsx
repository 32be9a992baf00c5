import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { formatDate, useBrand } from '../shared';
import { t } from '../texts';
import { metricFormat, type Target } from './goal';
import { paceDots } from './paceLine';

const words = t.goals.target;

const dayOf = (at: number) => formatDate(new Date(at).toISOString().slice(0, 10));

/** What was expected, what came, and the target as a thin line. */
export default function PaceChart({ target }: { target: Target }) {
  const { currency } = useBrand();
  const format = metricFormat(target.metric, currency);
  // Days stand where they lie in time, so that a straight plan is a straight line.
  const data = paceDots(target).map((dot) => ({ ...dot, at: Date.parse(dot.day) }));
  const aim = target.sheet.target;
  return (
    <LineChart
      h={200}
      data={data}
      dataKey="at"
      connectNulls
      curveType="linear"
      valueFormatter={format}
      xAxisProps={{ type: 'number', scale: 'time', domain: ['dataMin', 'dataMax'], tickFormatter: dayOf }}
      tooltipProps={{ labelFormatter: (at) => dayOf(Number(at)) }}
      yAxisProps={{ width: 64, domain: ['auto', 'auto'] }}
      series={[
        { name: 'expected', label: words.expected, color: 'gray.5', strokeDasharray: '4 4' },
        { name: 'actual', label: words.actual, color: 'var(--bw-brand)' },
      ]}
      referenceLines={aim == null ? [] : [{ y: aim, label: format(aim), color: 'gray.6' }]}
      aria-label={`${target.metric.name}: ${words.chart}`}
    />
  );
}
