import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { formatPercent, ProblemAlert } from '../shared';
import { t } from '../texts';
import { afterPositioning, type Positioning } from './usePositioning';

const words = t.positioning;
type Rivals = Positioning['rivals'];

/** What rivals say of themselves, the most alike first. */
export function RivalsPart({ position, disabled }: { position: Positioning; disabled: boolean }) {
  const form = useForm({ initialValues: { name: '', position: '', source: '' } });
  const put = (rivals: Rivals) => answer(client.PUT('/api/v1/plans/{plan}/positioning/rivals', { params: { path: { plan: position.plan } }, body: { rivals } }));
  const save = useCommand(put, { form, invalidate: afterPositioning, done: words.rivalsSaved, undo: () => put(position.rivals), onDone: () => form.reset() });
  const likeness = (name: string) => position.likeness.find((each) => each.name === name)?.likeness;
  const rivals = [...position.rivals].sort((a, b) => (likeness(b.name) ?? 0) - (likeness(a.name) ?? 0));
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {words.rivalsHint}
      </Text>
      {rivals.map((rival) => (
        <Group key={rival.name} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0}>
            <Text>
              <b>{rival.name}</b>: {rival.position}
            </Text>
            <Text size="xs" c="dimmed" className="figures">
              {[likeness(rival.name) === undefined ? null : words.alike(formatPercent(likeness(rival.name) ?? 0, 0)), rival.source].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.remove(rival.name)} onClick={() => save.mutate(position.rivals.filter((each) => each.name !== rival.name))}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => save.mutate([...position.rivals, { ...values, source: values.source.trim() || null }]))}>
          <Stack gap="xs">
            <Group align="flex-end">
              <TextInput label={words.rival} {...form.getInputProps('name')} />
              <TextInput label={words.rivalSource} style={{ flex: '1 1 160px' }} {...form.getInputProps('source')} />
            </Group>
            <Textarea label={words.rivalPosition} autosize minRows={1} {...form.getInputProps('position')} />
            <ProblemAlert problem={save.problem} form={form} />
            <Button type="submit" variant="default" style={{ alignSelf: 'flex-start' }} disabled={!form.values.name.trim() || !form.values.position.trim()} loading={save.isPending}>
              {words.addRival}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
