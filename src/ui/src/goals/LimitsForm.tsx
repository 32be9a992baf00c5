import { Button, Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, ProblemAlert, useMay } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { Section } from './Section';

const words = t.foresight.rules;

type Limits = components['schemas']['GoalLimitsView'];

/** How many goals and KPIs are enough, and whether a goal needs an objective. */
export function LimitsForm({ plan, open }: { plan: string; open: boolean }) {
  const read = useRead(['goal-limits', plan], () => answer(client.GET('/api/v1/plans/{plan}/goal-limits', { params: { path: { plan } } })));
  return (
    <Section title={words.limits}>
      <Loaded read={read}>{(limits) => <Fields plan={plan} limits={limits} open={open} />}</Loaded>
    </Section>
  );
}

function Fields({ plan, limits, open }: { plan: string; limits: Limits; open: boolean }) {
  const mayRun = useMay('runPlan') && open;
  const form = useForm({
    initialValues: { fewestGoals: limits.fewestGoals, mostGoals: limits.mostGoals, mostKpis: limits.mostKpis, objective: limits.objectiveNeeded === null ? 'usual' : limits.objectiveNeeded ? 'yes' : 'no' },
  });
  const save = useCommand(
    () => {
      const { objective, ...counts } = form.values;
      return answer(client.PUT('/api/v1/plans/{plan}/goal-limits', { params: { path: { plan } }, body: { ...counts, objectiveNeeded: objective === 'usual' ? null : objective === 'yes' } }));
    },
    { invalidate: [['goal-limits', plan], ['diet', plan], ['gates']], done: words.saved, form },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm" maw={720}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NumberField label={words.fewest} min={0} disabled={!mayRun} {...form.getInputProps('fewestGoals')} />
          <NumberField label={words.most} min={1} disabled={!mayRun} {...form.getInputProps('mostGoals')} />
          <NumberField label={words.kpis} min={1} disabled={!mayRun} {...form.getInputProps('mostKpis')} />
          <Select label={words.objective} disabled={!mayRun} data={Object.entries(words.objectiveChoices).map(([value, label]) => ({ value, label }))} {...form.getInputProps('objective')} />
        </SimpleGrid>
        <ProblemAlert problem={save.problem} form={form} />
        {mayRun && (
          <Button type="submit" variant="default" loading={save.isPending} style={{ alignSelf: 'flex-end' }}>
            {t.actions.save}
          </Button>
        )}
      </Stack>
    </form>
  );
}
