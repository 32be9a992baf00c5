import { MultiSelect, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { onLeaving } from '../shared/forms/onLeaving';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterChange, useGoalChoices, useThemes } from './useChannels';

const words = t.channels;

/** The one sentence and the one goal. */
export function MissionPart({ channel, disabled }: PartProps) {
  const goals = useGoalChoices(channel.plan);
  const themes = useThemes(channel.plan).data ?? [];
  const form = useForm({
    initialValues: { mission: channel.mission ?? '', goal: channel.primaryGoal, themes: channel.missionThemes },
    validate: { goal: (value) => (value ? null : words.goalMissing) },
  });
  const save = useCommand(
    (values: typeof form.values) => answer(client.PUT('/api/v1/channels/{channel}/mission', { params: { path: { channel: channel.id } }, body: { mission: values.mission, goal: values.goal ?? '', themes: values.themes } })),
    { form, inTurn: channel.id, invalidate: [...afterChange, ['mission-watch']], done: words.saved(words.mission) },
  );
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <Textarea label={words.mission} description={words.missionHint} autosize minRows={2} disabled={disabled} {...form.getInputProps('mission')} />
        <Text size="xs" c="dimmed" className="figures">
          {channel.missionWarning ?? words.missionCount(form.values.mission.length)}
        </Text>
        <Select label={words.goal} data={goals} searchable disabled={disabled} nothingFoundMessage={words.noGoals} {...form.getInputProps('goal')} />
        {themes.length > 0 && (
          <MultiSelect label={t.missionWatch.carries} description={t.missionWatch.carriesHint} data={themes.map((theme) => ({ value: theme.id, label: theme.name }))} disabled={disabled} {...form.getInputProps('themes')} />
        )}
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
