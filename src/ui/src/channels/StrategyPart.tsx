import { Textarea } from '@mantine/core';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { useSheetCommands } from './useChannels';

/** Saved when one leaves it. */
export function StrategyPart({ channel, disabled }: PartProps) {
  const { strategy } = useSheetCommands(channel);
  const stored = channel.editorialStrategy ?? '';
  return (
    <Textarea
      key={stored}
      aria-label={t.channels.parts.editorialStrategy}
      description={t.channels.strategyHint}
      autosize
      minRows={4}
      defaultValue={stored}
      disabled={disabled}
      onBlur={({ currentTarget: { value } }) => value.trim() !== stored && strategy.mutate(() => value.trim())}
    />
  );
}
