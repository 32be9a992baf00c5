import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { StatusMark } from '../shared';
import { t } from '../texts';
import type { Channel } from './useChannels';

/** "4 of 6", and what is missing on hover. */
export function SheetMark({ channel }: { channel: Channel }) {
  const all = channel.parts.length;
  const missing = channel.parts.filter((part) => !part.complete).map((part) => t.channels.parts[part.part]);
  return (
    <span title={missing.join(', ')}>
      <StatusMark tone={missing.length === 0 ? 'good' : 'calm'} icon={missing.length === 0 ? IconCircleCheck : IconCircleDashed}>
        {t.channels.complete(channel.complete, all)}
      </StatusMark>
    </span>
  );
}

export function PartMark({ part }: { part: Channel['parts'][number] }) {
  return part.complete ? (
    <StatusMark tone="good" icon={IconCircleCheck}>
      {t.channels.done}
    </StatusMark>
  ) : (
    <Text span size="xs" c="dimmed">
      <IconCircleDashed size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {part.missing}
    </Text>
  );
}
