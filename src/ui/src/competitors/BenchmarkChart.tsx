import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { components } from '../api';
import { formatDate } from '../shared';
import { t } from '../texts';
import { figure, type Measure } from './data';
import { dotsOf } from './dots';

type Line = components['schemas']['SeriesLine'];

// Colour-blind safe after Okabe and Ito; the own line wears the brand's colour, and dashes tell lines apart without colour.
const colours = ['#0072b2', '#d55e00', '#cc79a7', '#e69f00', '#56b4e9', '#009e73'];
const dashes = [undefined, '6 3', '2 3', '8 3 2 3'];

// The tooltip is drawn once before it has a day.
const dayOf = (at: number) => (Number.isFinite(at) ? formatDate(new Date(at).toISOString().slice(0, 10)) : '');

/** A figure over time, one line for each; days stand where they lie in time. */
export default function BenchmarkChart({ lines, measure }: { lines: Line[]; measure: Measure }) {
  const rivals = lines.filter((line) => !line.own);
  return (
    <LineChart
      h={280}
      data={dotsOf(lines)}
      dataKey="at"
      connectNulls
      withLegend
      curveType="linear"
      valueFormatter={figure}
      xAxisProps={{ type: 'number', scale: 'time', domain: ['dataMin', 'dataMax'], tickFormatter: dayOf }}
      tooltipProps={{ labelFormatter: (at) => dayOf(Number(at)) }}
      yAxisProps={{ width: 64, domain: ['auto', 'auto'] }}
      series={lines.map((line) => {
        const place = rivals.indexOf(line);
        return { name: line.key, label: line.who, color: line.own ? 'var(--bw-brand)' : colours[place % colours.length]!, strokeDasharray: line.own ? undefined : dashes[(place + 1) % dashes.length] };
      })}
      aria-label={`${t.competitors.measures[measure]}: ${t.competitors.benchmark.series}`}
    />
  );
}
