import { MultiSelect } from '@mantine/core';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { useGoalChoices, useSheetCommands } from './useChannels';

export function GoalsPart({ channel, disabled }: PartProps) {
  const choices = useGoalChoices(channel.plan);
  const { goals } = useSheetCommands(channel);
  // Only what was put in or taken out counts: an earlier choice may still be on its way.
  const choose = (list: string[]) =>
    goals.mutate((now) => [...now.filter((goal) => list.includes(goal) || !channel.goals.includes(goal)), ...list.filter((goal) => !channel.goals.includes(goal) && !now.includes(goal))]);
  return (
    <MultiSelect aria-label={t.channels.parts.goals} description={t.channels.goalsHint} data={choices} value={channel.goals} onChange={choose} searchable disabled={disabled} nothingFoundMessage={t.channels.noGoals} />
  );
}
