import { Tooltip } from '@mantine/core';
import { t } from '../../texts';
import { formatNumber } from './format';
import { NoData } from './NoData';

interface Props {
  /** Null or undefined is no data, never zero. */
  value: number | null | undefined;
  format?: (value: number) => string;
  /** Why there is no value. */
  reason?: string;
  /** How many cases a rate rests on; shown on hover. */
  n?: number;
}

/** One number: tabular figures, a dash with a reason when there is none. */
export function Figure({ value, format = formatNumber, reason, n }: Props) {
  if (value === null || value === undefined || !Number.isFinite(value)) return <NoData reason={reason} />;
  const text = <span className="figures">{format(value)}</span>;
  if (n === undefined) return text;
  return (
    <Tooltip label={t.numbers.outOf(formatNumber(n, 0))}>
      <span className="figures" tabIndex={0}>
        {format(value)}
      </span>
    </Tooltip>
  );
}
