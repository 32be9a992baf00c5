import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { handleOn, PersonPicker, ProblemAlert, useBrand, useMay, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import type { Conversation } from './conversations';
import { useAccounts, usePlan } from './data';

const words = t.scheduling.conversations;
type Sheet = components['schemas']['ConversationSheet'];

interface Props {
  conversation: Conversation | null;
  /** Local time of a fresh one. */
  at: string;
  onClose: () => void;
}

const refresh = [['calendar'], ['today'], ['ticklers']];

/** A planned conversation: when, about what, who answers and what goes further. */
export function TalkForm({ conversation, at, onClose }: Props) {
  const brand = useBrand();
  const plan = usePlan();
  const { people } = usePeople();
  const accounts = useAccounts().data?.accounts ?? [];
  const mayWrite = useMay('writePosts');
  const sheet = conversation?.sheet;
  const [outcome, setOutcome] = useState(conversation?.outcome ?? '');
  const form = useForm({
    initialValues: {
      title: sheet?.title ?? '',
      day: (sheet?.at ?? at).slice(0, 10),
      time: (sheet?.at ?? at).slice(11, 16),
      replyMinutes: sheet?.replyMinutes ?? 120,
      idea: sheet?.idea ?? '',
      question: sheet?.question ?? '',
      answer: sheet?.answer ?? '',
      responder: sheet?.responder ?? null,
      escalation: sheet?.escalation ?? '',
      escalateTo: sheet?.escalateTo ?? null,
      account: sheet?.account ?? null,
    },
  });
  const written = (): Sheet => {
    const { day, time, ...rest } = form.values;
    return { ...rest, at: `${day}T${time === '' ? '10:00' : time}:00`, post: sheet?.post ?? null };
  };
  const save = useCommand(
    () =>
      conversation
        ? answer(client.PUT('/api/v1/planned-conversations/{conversation}', { params: { path: { conversation: conversation.id ?? '' } }, body: { sheet: written() } }))
        : answer(client.POST('/api/v1/planned-conversations', { body: { brand: brand.id, plan: plan?.id ?? null, sheet: written() } })),
    { form, invalidate: refresh, done: words.saved, onDone: onClose },
  );
  const finish = useCommand((done: boolean) => answer(client.POST('/api/v1/planned-conversations/{conversation}/finish', { params: { path: { conversation: conversation?.id ?? '' } }, body: { done, outcome: outcome === '' ? null : outcome } })), {
    invalidate: refresh,
    done: (done) => (done ? words.finished : words.saved),
    onDone: onClose,
  });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/planned-conversations/{conversation}', { params: { path: { conversation: conversation?.id ?? '' } } })), {
    invalidate: refresh,
    done: words.removed,
    undo: () => answer(client.POST('/api/v1/planned-conversations', { body: { brand: brand.id, plan: conversation?.plan ?? null, sheet: written() } })),
    onDone: onClose,
  });
  return (
    <form noValidate onSubmit={form.onSubmit(() => save.mutate())}>
      <Stack gap="sm">
        {conversation?.warning && (
          <Text size="sm" c="var(--bw-warn)">
            {conversation.warning}
          </Text>
        )}
        <TextInput label={words.title} data-autofocus withAsterisk disabled={!mayWrite} {...form.getInputProps('title')} />
        <Group align="flex-start">
          <DateField label={words.when} w={150} disabled={!mayWrite} {...form.getInputProps('day')} />
          <TimeField label={words.time} disabled={!mayWrite} {...form.getInputProps('time')} />
          <NumberInput label={words.minutes} min={5} max={10080} allowDecimal={false} w={170} disabled={!mayWrite} {...form.getInputProps('replyMinutes')} />
        </Group>
        <PersonPicker label={words.responder} people={people} disabled={!mayWrite} value={form.values.responder} onChange={(id) => form.setFieldValue('responder', id)} error={form.errors.responder} />
        <Select label={words.account} placeholder={words.noAccount} clearable disabled={!mayWrite} data={accounts.map((account) => ({ value: account.id, label: handleOn(account.network, account.handle) }))} {...form.getInputProps('account')} />
        {(['idea', 'question', 'answer', 'escalation'] as const).map((key) => (
          <Textarea key={key} label={words[key]} autosize minRows={1} maxLength={4000} disabled={!mayWrite} {...form.getInputProps(key)} />
        ))}
        <PersonPicker label={words.escalateTo} people={people} disabled={!mayWrite} value={form.values.escalateTo} onChange={(id) => form.setFieldValue('escalateTo', id)} error={form.errors.escalateTo} />
        <ProblemAlert problem={save.problem} form={form} />
        {mayWrite && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
            {conversation && (
              <Button variant="subtle" color="red" onClick={() => remove.mutate()}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
        {conversation && (
          <>
            <Textarea label={words.outcome} autosize minRows={1} maxLength={4000} value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)} />
            <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => finish.mutate(conversation.doneAt === null)}>
              {conversation.doneAt === null ? words.done : words.undone}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
