import { Tooltip } from '@mantine/core';
import { t } from '../../texts';

/** Unknown is not zero: a dash, and the reason on hover or focus. */
export function NoData({ reason = t.numbers.noData }: { reason?: string }) {
  return (
    <Tooltip label={reason}>
      <span tabIndex={0} role="img" aria-label={reason} style={{ color: 'var(--mantine-color-dimmed)' }}>
        –
      </span>
    </Tooltip>
  );
}
