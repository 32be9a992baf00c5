import { Tooltip } from '@mantine/core';
import { t } from '../../texts';
import { formatNumber } from './format';
import classes from './PaceBar.module.css';

interface Props {
  /** Where the number started; 0 unless the goal says otherwise. */
  from?: number;
  now: number | null;
  /** What the plan expects today. */
  expected: number | null;
  target: number;
  format?: (value: number) => string;
  tone?: 'good' | 'warn' | 'bad' | 'calm';
}

/** How much of the way is done, as a part from 0 to 1. Works downwards too, when less is better. */
export function partDone(from: number, value: number, target: number): number {
  if (target === from) return value === target ? 1 : 0;
  return Math.min(1, Math.max(0, (value - from) / (target - from)));
}

/** A bar up to now, a thin line where today should be, the target at its end. */
export function PaceBar({ from = 0, now, expected, target, format = formatNumber, tone = 'calm' }: Props) {
  const words =
    now === null
      ? t.numbers.noData
      : t.numbers.pace(format(now), expected === null ? t.numbers.noData : format(expected), format(target));
  return (
    <Tooltip label={words}>
      <span className={classes.bar} role="img" aria-label={words} tabIndex={0}>
        {now !== null && <span className={classes.done} data-tone={tone} style={{ width: `${partDone(from, now, target) * 100}%` }} />}
        {expected !== null && <span className={classes.expected} style={{ left: `${partDone(from, expected, target) * 100}%` }} />}
      </span>
    </Tooltip>
  );
}
