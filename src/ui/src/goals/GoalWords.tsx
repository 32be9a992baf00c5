import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { PersonPicker, ProblemAlert, usePeople } from '../shared';
import { t } from '../texts';
import type { GoalDetail } from './goal';
import { Section } from './Section';
import { type GoalChange, useChangeGoal } from './useChangeGoal';

const words = t.goals.detail;
const texts = ['picture', 'tracking', 'audience', 'channel', 'notes'] as const;

/** The goal in words: picture, tracking, audience, owner, horizon. */
export function GoalWords({ detail, mayEdit }: { detail: GoalDetail; mayEdit: boolean }) {
  const { goal, row } = detail;
  const [editing, setEditing] = useState(false);
  const said = (label: string, text: string | null) => (
    <div key={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text c={text ? undefined : 'dimmed'} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text ?? words.nothing}
      </Text>
    </div>
  );
  return (
    <Section
      title={words.words}
      action={
        mayEdit &&
        !editing && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t.actions.edit}
          </Button>
        )
      }
    >
      {editing ? (
        <WordsForm detail={detail} onDone={() => setEditing(false)} />
      ) : (
        <Stack gap="xs">
          {said(words.owner, row.ownerName)}
          {texts.map((field) => said(words[field], goal[field]))}
          {said(t.foresight.function, row.department)}
          {said(words.horizon, goal.horizon && t.goals.horizons[goal.horizon])}
          {said(words.composition, t.goals.compositions[goal.composition])}
        </Stack>
      )}
    </Section>
  );
}

function WordsForm({ detail, onDone }: { detail: GoalDetail; onDone: () => void }) {
  const { goal } = detail;
  const { people } = usePeople();
  const form = useForm({
    initialValues: {
      picture: goal.picture ?? '',
      tracking: goal.tracking ?? '',
      audience: goal.audience ?? '',
      channel: goal.channel ?? '',
      notes: goal.notes ?? '',
      owner: goal.owner,
      horizon: goal.horizon as string | null,
      function: goal.function as string | null,
      functionName: goal.functionName ?? '',
      composition: goal.composition as string,
    },
  });
  const change = useChangeGoal(detail, form);
  const submit = form.onSubmit((values) => {
    const clear = [...texts, 'owner' as const, 'horizon' as const, 'function' as const].filter((field) => !values[field]);
    const change_ = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as GoalChange;
    change.mutate({ ...change_, clear }, { onSuccess: onDone });
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <PersonPicker label={words.owner} people={people} value={form.values.owner} onChange={(owner) => form.setFieldValue('owner', owner)} error={form.errors.owner} />
        <Textarea label={words.picture} autosize minRows={1} maxLength={1000} {...form.getInputProps('picture')} />
        <Textarea label={words.tracking} autosize minRows={1} maxLength={1000} {...form.getInputProps('tracking')} />
        <Group grow>
          <TextInput label={words.audience} maxLength={200} {...form.getInputProps('audience')} />
          <TextInput label={words.channel} maxLength={120} {...form.getInputProps('channel')} />
        </Group>
        <Textarea label={words.notes} autosize minRows={1} maxLength={4000} {...form.getInputProps('notes')} />
        <Group grow align="flex-start">
          <Select label={t.foresight.function} clearable data={Object.entries(t.foresight.functions).map(([value, label]) => ({ value, label }))} {...form.getInputProps('function')} />
          {form.values.function === 'other' && <TextInput label={t.foresight.functionName} required maxLength={80} {...form.getInputProps('functionName')} />}
        </Group>
        <Group grow>
          <Select label={words.horizon} clearable data={Object.entries(t.goals.horizons).map(([value, label]) => ({ value, label }))} {...form.getInputProps('horizon')} />
          <Select label={words.composition} data={Object.entries(t.goals.compositions).map(([value, label]) => ({ value, label }))} {...form.getInputProps('composition')} />
        </Group>
        <ProblemAlert problem={change.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t.actions.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
