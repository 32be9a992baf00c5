import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Day, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { Card } from './Card';
import { FromTemplate } from './FromTemplate';
import { type ChangePlan, type Plan, useChangePlan } from './plan';

const words = t.plans.words;
const functions = t.plans.functions;
const kinds = ['marketing', 'sales', 'customerService', 'fulfilment', 'recruiting', 'publicRelations', 'other'] as const;

/** Problem, goal and picture of success: written down, and said out loud to the team. */
export function WordsCard({ plan }: { plan: Plan }) {
  const mayEdit = useMay('editPlan') && plan.status !== 'closed';
  const mayRun = useMay('runPlan');
  const [editing, setEditing] = useState(false);
  const publish = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/statement', { params: { path: { plan: plan.id } } })), {
    invalidate: [['notices', plan.id]],
    done: words.published,
  });
  const said = (label: string, text: string | null, name = '') => (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} c={text ? undefined : 'dimmed'}>
        {text ?? words.nothing}
      </Text>
      {plan.fromTemplate?.includes(name) && <FromTemplate />}
    </div>
  );
  return (
    <Card
      id="words"
      title={words.title}
      action={
        mayEdit &&
        !editing && (
          <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {words.edit}
          </Button>
        )
      }
    >
      {editing ? (
        <WordsForm plan={plan} onDone={() => setEditing(false)} />
      ) : (
        <Stack gap="sm">
          {said(words.problem, plan.problem, 'problem')}
          {said(words.goal, plan.goalStatement, 'goalStatement')}
          {said(words.picture, plan.picture, 'picture')}
          {plan.pictureBy && (
            <Text size="sm">
              {words.by} <Day date={plan.pictureBy} />
            </Text>
          )}
          {plan.function && said(functions.label, plan.functionName ?? functions[plan.function])}
          {plan.hints.map((hint) => (
            <Text key={hint} size="sm" c="dimmed">
              {hint}
            </Text>
          ))}
          {mayRun && plan.problem && plan.goalStatement && (
            <Button variant="light" size="compact-sm" style={{ alignSelf: 'flex-start' }} loading={publish.isPending} onClick={() => publish.mutate()}>
              {words.publish}
            </Button>
          )}
        </Stack>
      )}
    </Card>
  );
}

function WordsForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const change = useChangePlan(plan);
  const form = useForm({
    initialValues: {
      problem: plan.problem ?? '',
      goalStatement: plan.goalStatement ?? '',
      picture: plan.picture ?? '',
      pictureBy: plan.pictureBy ?? '',
      function: plan.function as string | null,
      functionName: plan.functionName ?? '',
    },
  });
  const save = form.onSubmit((values) =>
    change.mutate(
      {
        problem: values.problem,
        goalStatement: values.goalStatement,
        picture: values.picture,
        pictureBy: values.pictureBy || undefined,
        function: (values.function ?? undefined) as ChangePlan['function'],
        functionName: values.functionName || undefined,
      },
      { onSuccess: onDone },
    ),
  );
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Textarea label={words.problem} description={words.problemHint} autosize minRows={2} {...form.getInputProps('problem')} />
        <Textarea label={words.goal} description={words.goalHint} autosize minRows={2} {...form.getInputProps('goalStatement')} />
        <Textarea
          label={words.picture}
          description={`${words.pictureHint} (${form.values.picture.trim().length}/500)`}
          autosize
          minRows={2}
          {...form.getInputProps('picture')}
          error={change.problem?.errors.picture?.join(' ')}
        />
        <Group grow align="flex-start">
          <DateField label={words.by} {...form.getInputProps('pictureBy')} />
          <Select clearable label={functions.label} data={kinds.map((value) => ({ value, label: functions[value] }))} {...form.getInputProps('function')} />
        </Group>
        {form.values.function === 'other' && <TextInput label={functions.name} {...form.getInputProps('functionName')} error={change.problem?.errors.functionName?.join(' ')} />}
        <ProblemAlert problem={change.problem} />
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
