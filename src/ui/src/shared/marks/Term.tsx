import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { t } from '../../texts';

export type TermKey = keyof typeof t.terms;

/** Beside a word of the trade where it first stands: what it means, in a sentence. */
export function Term({ of }: { of: TermKey }) {
  const { name, means } = t.terms[of];
  return (
    <Popover width={300} position="bottom-start" withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={24} radius="xl" aria-label={t.frame.whatIs(name)}>
          <IconHelpCircle size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">
          <strong>{name}</strong>
          {`. ${means}`}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
