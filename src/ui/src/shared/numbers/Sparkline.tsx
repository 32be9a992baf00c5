import { t } from '../../texts';
import { formatNumber } from './format';

interface Props {
  /** Oldest first; null leaves a gap. */
  values: (number | null)[];
  /** What it shows, for people who do not see it. */
  label: string;
  width?: number;
  height?: number;
  target?: number;
  format?: (value: number) => string;
}

interface Dot {
  x: number;
  y: number;
}

/** Runs of values without gaps, as points of the drawing. */
export function sparkRuns(values: (number | null)[], low: number, high: number, width: number, height: number): Dot[][] {
  const span = high - low || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const runs: Dot[][] = [];
  let open = false;
  values.forEach((value, i) => {
    if (value === null) {
      open = false;
      return;
    }
    const dot = { x: i * step, y: height - ((value - low) / span) * height };
    if (open) runs[runs.length - 1]?.push(dot);
    else runs.push([dot]);
    open = true;
  });
  return runs;
}

/** The way a number went, small enough for a table row. */
export function Sparkline({ values, label, width = 96, height = 24, target, format = formatNumber }: Props) {
  const known = values.filter((value) => value !== null);
  const first = known[0];
  const last = known[known.length - 1];
  const words = first === undefined || last === undefined ? t.numbers.trendEmpty : t.numbers.trend(format(first), format(last));
  const all = target === undefined ? known : [...known, target];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const pad = 3;
  const runs = known.length === 0 ? [] : sparkRuns(values, low, high, width - 2 * pad, height - 2 * pad);
  const end = runs.at(-1)?.at(-1);
  const targetY = target === undefined ? 0 : height - 2 * pad - ((target - low) / (high - low || 1)) * (height - 2 * pad);
  return (
    <svg role="img" aria-label={`${label}: ${words}`} width={width} height={height} style={{ display: 'block' }}>
      <g transform={`translate(${pad} ${pad})`} fill="none">
        {target !== undefined && known.length > 0 && <line x1="0" x2={width - 2 * pad} y1={targetY} y2={targetY} stroke="var(--mantine-color-dimmed)" strokeDasharray="2 3" />}
        {runs.map((run) => (
          <polyline key={run[0]?.x} points={run.map((dot) => `${dot.x.toFixed(1)},${dot.y.toFixed(1)}`).join(' ')} stroke="var(--bw-brand)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
        ))}
        {end && <circle cx={end.x} cy={end.y} r="2.5" fill="var(--bw-brand)" />}
      </g>
    </svg>
  );
}
