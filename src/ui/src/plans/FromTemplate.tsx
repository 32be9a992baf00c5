import { Group, Text } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { t } from '../texts';

/** Beside a text that nobody has made their own yet. */
export function FromTemplate() {
  return (
    <Group gap={6} wrap="nowrap" c="dimmed">
      <IconTemplate size={14} aria-hidden style={{ flex: 'none' }} />
      <Text size="xs">{t.plans.words.fromTemplate}</Text>
    </Group>
  );
}
