import { MultiSelect } from '@mantine/core';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { useGoalChoices, useSheetCommands } from './useChannels';

export function GoalsPart({ channel, disabled }: PartProps) {
  const choices = useGoalChoices(channel.plan);
  const { goals } = useSheetCommands(channel);
  return (
    <MultiSelect aria-label={t.channels.parts.goals} description={t.channels.goalsHint} data={choices} value={channel.goals} onChange={(list) => goals.mutate(list)} searchable disabled={disabled} nothingFoundMessage={t.channels.noGoals} />
  );
}
