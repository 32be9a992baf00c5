import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../texts';

/** What keeps anybody from telling success from failure; wraps where it has to. */
export function GoodThought({ lacks }: { lacks: string[] }) {
  if (lacks.length === 0) return null;
  return (
    <Text span size="xs" fw={600} c="var(--bw-warn)">
      <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.actionItems.goodThought(lacks.join(', '))}
    </Text>
  );
}
