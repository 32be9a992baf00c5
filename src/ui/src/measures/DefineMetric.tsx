import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { t } from '../texts';

const words = t.imports;

interface Props {
  column: string;
  onClose: () => void;
  onDefined: (metric: string) => void;
}

/** Makes a metric of the workspace's own from a column that no metric fits. */
export function DefineMetric({ column, onClose, onDefined }: Props) {
  const form = useForm({ initialValues: { name: column, aggregation: 'sum' as const } });
  const add = useCommand((body: typeof form.values) => answer(client.POST('/api/v1/metrics', { body })), { invalidate: [['metrics']], form, onDone: (metric) => onDefined(metric.key) });
  return (
    <Modal opened onClose={onClose} title={words.defineTitle}>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack>
          <TextInput label={words.name} required data-autofocus {...form.getInputProps('name')} />
          <NativeSelect label={words.aggregation} data={Object.entries(words.aggregations).map(([value, label]) => ({ value, label }))} {...form.getInputProps('aggregation')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {words.defineDo}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
