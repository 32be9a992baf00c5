import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { goalKeys, type Target } from './goal';

const words = t.foresight.judging;

/** New rules by which a number is judged, from a day on; what was judged before keeps its colour. */
export function JudgingForm({ target, onDone }: { target: Target; onDone: () => void }) {
  const rules = target.judgings.at(-1)?.rules;
  const form = useForm({
    initialValues: { onTrack: (rules?.onTrack ?? 0.95) * 100, lagging: (rules?.lagging ?? 0.75) * 100, minimumPoints: rules?.minimumPoints ?? 1, staleAfterDays: rules?.staleAfterDays ?? 14, from: '', why: '' },
  });
  const save = useCommand(
    () => {
      const { onTrack, lagging, from, why, ...rest } = form.values;
      return answer(
        client.POST('/api/v1/kpi-targets/{target}/judging', {
          params: { path: { target: target.id } },
          body: { rules: { ...rest, onTrack: onTrack / 100, lagging: lagging / 100 }, from: from || null, why: why || null },
        }),
      );
    },
    { invalidate: goalKeys.map((key) => [...key]), done: words.saved, form, onDone },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.note}
        </Text>
        <SimpleGrid cols={2} spacing="sm">
          <NumberField label={words.onTrack} suffix=" %" min={1} max={200} {...form.getInputProps('onTrack')} />
          <NumberField label={words.lagging} suffix=" %" min={1} max={200} {...form.getInputProps('lagging')} />
          <NumberField label={words.points} min={1} max={365} {...form.getInputProps('minimumPoints')} />
          <NumberField label={words.stale} min={1} max={730} {...form.getInputProps('staleAfterDays')} />
          <DateField label={words.from} {...form.getInputProps('from')} />
          <TextInput label={words.why} maxLength={500} {...form.getInputProps('why')} />
        </SimpleGrid>
        <ProblemAlert problem={save.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t.actions.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
