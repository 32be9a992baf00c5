import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../api';
import { Day, MemberAvatar, ProblemAlert, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterChange } from './useChannels';

const words = t.channels;
type Highlight = components['schemas']['ActivationView'];

/** Dated operations of the channel; the calendar draws them as bands. */
export function HighlightsPart({ channel, disabled }: PartProps) {
  const { nameOf } = usePeople();
  const form = useForm({ initialValues: { title: '', kind: 'event' as Highlight['kind'], from: '', until: '' } });
  const post = (body: Omit<Highlight, 'id' | 'version' | 'channel'>) => answer(client.POST('/api/v1/activations', { body: { ...body, channel: channel.id } }));
  const add = useCommand((values: typeof form.values) => post({ ...values, until: values.until || values.from, mechanics: null, owner: null }), {
    form,
    invalidate: afterChange,
    done: ({ title }) => words.added(title),
    onDone: () => form.reset(),
  });
  const remove = useCommand((highlight: Highlight) => answer(client.DELETE('/api/v1/activations/{activation}', { params: { path: { activation: highlight.id } } })), {
    invalidate: afterChange,
    done: ({ title }) => words.removed(title),
    undo: ({ title, kind, from, until, mechanics, owner }) => post({ title, kind, from, until, mechanics, owner }),
  });
  return (
    <Stack gap="sm">
      {channel.highlights.map((highlight) => (
        <Group key={highlight.id}>
          <Text style={{ flex: '1 1 200px' }}>{highlight.title}</Text>
          <Text size="xs" c="dimmed">
            {words.kinds[highlight.kind]}
          </Text>
          <Text size="xs">
            <Day date={highlight.from} /> – <Day date={highlight.until} />
          </Text>
          {highlight.owner && <MemberAvatar name={nameOf(highlight.owner)} />}
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.delete(highlight.title)} onClick={() => remove.mutate(highlight)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.highlightTitle} style={{ flex: 1, minWidth: 180 }} {...form.getInputProps('title')} />
            <Select label={words.kind} data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} allowDeselect={false} w={130} {...form.getInputProps('kind')} />
            <DateField label={words.from} {...form.getInputProps('from')} />
            <DateField label={words.until} {...form.getInputProps('until')} />
            <Button type="submit" variant="default" disabled={!form.values.title.trim() || !form.values.from} loading={add.isPending}>
              {words.addHighlight}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
    </Stack>
  );
}
