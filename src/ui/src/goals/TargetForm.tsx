import { Button, Group, Paper, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import { goalKeys, type Target, useMetrics } from './goal';
import { sheetOf, valuesOf } from './sheet';
import { TargetFields } from './TargetFields';

const words = t.goals.target;

interface Props {
  goal: string;
  target?: Target;
  /** Metrics that the goal's words suggest, best first. */
  offers?: string[];
  onDone: () => void;
}

/** States a number: the metric, what is asked of it, from where to where, by when, read where and by whom. */
export function TargetForm({ goal, target, offers, onDone }: Props) {
  const metrics = useMetrics();
  const form = useForm({ initialValues: valuesOf(target, offers?.[0]) });
  const metric = metrics.data?.find((one) => one.key === form.values.metric);
  const save = useCommand(
    () => {
      const sheet = sheetOf(form.values, metric, target?.sheet);
      return target
        ? answer(client.PUT('/api/v1/kpi-targets/{target}', { params: { path: { target: target.id } }, body: { sheet } }))
        : answer(client.POST('/api/v1/goals/{goal}/targets', { params: { path: { goal } }, body: { sheet } }));
    },
    { invalidate: goalKeys.map((key) => [...key]), done: (_, saved) => (saved.sourceTrouble ? `${words.saved} ${saved.sourceTrouble}` : words.saved), form, onDone },
  );
  return (
    <Paper withBorder p="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="sm">
          <Stack gap="sm">
            <MetricSelect label={words.metric} required disabled={target !== undefined} metrics={metrics.data ?? []} fitting={target ? [target.sheet.metric] : offers} {...form.getInputProps('metric')} />
            <Select label={words.type} data={Object.entries(words.types).map(([value, label]) => ({ value, label }))} {...form.getInputProps('type')} />
          </Stack>
          <TargetFields form={form} metric={metric} metrics={metrics.data ?? []} />
          <ProblemAlert problem={save.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!form.values.metric}>
              {t.actions.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
