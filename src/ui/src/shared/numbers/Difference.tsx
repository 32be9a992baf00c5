import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { differenceInWords, formatNumber } from './format';
import { NoData } from './NoData';

interface Props {
  /** Against plan; positive is always good. */
  value: number | null | undefined;
  format?: (value: number) => string;
  reason?: string;
}

/** "93 behind" with an arrow: words and sign, never colour alone. */
export function Difference({ value, format = formatNumber, reason }: Props) {
  if (value === null || value === undefined || !Number.isFinite(value)) return <NoData reason={reason} />;
  const level = format(Math.abs(value)) === format(0);
  const Icon = level ? IconMinus : value > 0 ? IconArrowUpRight : IconArrowDownRight;
  const colour = level ? 'var(--bw-calm)' : value > 0 ? 'var(--bw-good)' : 'var(--bw-bad)';
  return (
    <span className="figures" style={{ color: colour, whiteSpace: 'nowrap' }}>
      <Icon size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {differenceInWords(value, format)}
    </span>
  );
}
