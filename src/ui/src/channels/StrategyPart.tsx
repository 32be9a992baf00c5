import { Stack, Textarea } from '@mantine/core';
import { answer, client } from '../api';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { GuideForm } from './GuidePart';
import { useSheetCommands } from './useChannels';

/** The words, saved when one leaves them; below, what this channel promotes and avoids beside the plan's own guide. */
export function StrategyPart({ channel, disabled }: PartProps) {
  const { strategy } = useSheetCommands(channel);
  const stored = channel.editorialStrategy ?? '';
  return (
    <Stack gap="md">
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
      <GuideForm
        key={JSON.stringify(channel.guide)}
        guide={channel.guide}
        put={(guide) => answer(client.PUT('/api/v1/channels/{channel}/editorial-strategy', { params: { path: { channel: channel.id } }, body: { guide } }))}
        invalidate={[['channels'], ['calendar', 'check']]}
        disabled={disabled}
      />
    </Stack>
  );
}
