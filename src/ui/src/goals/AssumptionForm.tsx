import { Button, Group, Paper, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { PersonPicker, ProblemAlert, usePeople } from '../shared';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import { useGoals, useMetrics } from './goal';
import { emptyGuess, guessOf } from './guess';
import { GuessFields } from './GuessFields';
import { SubjectPicker } from './SubjectPicker';

const words = t.foresight.assumptions;

/** Writes down what is taken for granted, with a number that can prove it wrong. */
export function AssumptionForm({ plan, onDone }: { plan: string; onDone: () => void }) {
  const metrics = useMetrics();
  const goals = useGoals(plan);
  const { people } = usePeople();
  const form = useForm({ initialValues: { ...emptyGuess, statement: '', reasoning: '', metric: '', subject: null as string | null, goal: null as string | null, owner: null as string | null } });
  const metric = metrics.data?.find((one) => one.key === form.values.metric);
  const add = useCommand(
    () => {
      const { statement, reasoning, subject, goal, owner } = form.values;
      return answer(client.POST('/api/v1/assumptions', { body: { plan, statement, reasoning, metric: form.values.metric, subject, goal, owner, guess: guessOf(form.values, metric) } }));
    },
    { invalidate: [['assumptions'], ['attainability', plan], ['goals']], done: words.saved, form, onDone },
  );
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput label={words.statement} placeholder={words.statementHint} required maxLength={500} {...form.getInputProps('statement')} />
          <Textarea label={words.reasoning} required autosize minRows={1} maxLength={2000} {...form.getInputProps('reasoning')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <MetricSelect label={words.metric} required metrics={metrics.data ?? []} {...form.getInputProps('metric')} />
            <SubjectPicker value={form.values.subject} onChange={(subject) => form.setFieldValue('subject', subject)} />
          </SimpleGrid>
          <GuessFields form={form} metric={metric} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select label={words.goal} clearable data={(goals.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }))} {...form.getInputProps('goal')} />
            <PersonPicker label={words.owner} people={people} value={form.values.owner} onChange={(owner) => form.setFieldValue('owner', owner)} />
          </SimpleGrid>
          <ProblemAlert problem={add.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={!form.values.metric}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
