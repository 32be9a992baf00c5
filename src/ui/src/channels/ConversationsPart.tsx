import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../api';
import { MemberAvatar, PersonPicker, ProblemAlert, usePeople } from '../shared';
import { TimeField } from '../shared/forms/TimeField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterChange } from './useChannels';

const words = t.channels;
type Slot = components['schemas']['ConversationSlotView'];
type NewSlot = Pick<Slot, 'day' | 'at' | 'question' | 'responder' | 'replyWithin'> & Partial<Pick<Slot, 'pillar' | 'escalation'>>;

/** Weekly openings for conversations: what is asked, and who answers. */
export function ConversationsPart({ channel, disabled }: PartProps) {
  const { people, nameOf } = usePeople();
  const form = useForm({ initialValues: { question: '', day: 'tuesday' as Slot['day'], at: '12:00', responder: null as string | null, replyWithin: 60 as number | null } });
  const post = (body: NewSlot) => answer(client.POST('/api/v1/conversation-slots', { body: { ...body, channel: channel.id } }));
  const add = useCommand(post, { form, invalidate: afterChange, done: ({ question }) => words.added(question), onDone: () => form.reset() });
  const remove = useCommand((slot: Slot) => answer(client.DELETE('/api/v1/conversation-slots/{slot}', { params: { path: { slot: slot.id } } })), {
    invalidate: afterChange,
    done: ({ question }) => words.removed(question),
    undo: ({ day, at, question, responder, replyWithin, pillar, escalation }) => post({ day, at, question, responder, replyWithin, pillar, escalation }),
  });
  return (
    <Stack gap="sm">
      {channel.conversations.map((slot) => (
        <Group key={slot.id}>
          <Stack gap={0} style={{ flex: '1 1 200px' }}>
            <Text>{slot.question}</Text>
            {slot.warning && (
              <Text size="xs" c="var(--bw-warn)">
                <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {slot.warning}
              </Text>
            )}
          </Stack>
          <Text size="xs" className="figures">
            {words.days[slot.day]}, {slot.at.slice(0, 5)}
            {slot.replyWithin ? `, ${words.within(slot.replyWithin)}` : ''}
          </Text>
          <MemberAvatar name={nameOf(slot.responder)} />
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.delete(slot.question)} onClick={() => remove.mutate(slot)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.question} style={{ flex: 1, minWidth: 200 }} {...form.getInputProps('question')} />
            <Select label={words.day} data={Object.entries(words.days).map(([value, label]) => ({ value, label }))} w={140} {...form.getInputProps('day')} />
            <TimeField label={words.at} {...form.getInputProps('at')} />
            <PersonPicker label={words.responder} people={people} value={form.values.responder} onChange={(id) => form.setFieldValue('responder', id)} />
            <NumberField label={words.replyWithin} min={1} max={10080} w={120} value={form.values.replyWithin ?? ''} onChange={(value) => form.setFieldValue('replyWithin', typeof value === 'number' ? value : null)} />
            <Button type="submit" variant="default" disabled={!form.values.question.trim()} loading={add.isPending}>
              {words.addConversation}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
    </Stack>
  );
}
