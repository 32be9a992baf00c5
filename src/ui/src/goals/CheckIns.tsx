import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { Day, formatNumber, formatPercent, ProblemAlert, useMay } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { type GoalDetail, goalKeys } from './goal';
import { fromField, toField } from '../shared/forms/metricFields';
import { Section } from './Section';

const words = t.goals.checkIn;

/** Looks at the goal, newest first, and the form for the next one. */
export function CheckIns({ detail }: { detail: GoalDetail }) {
  const mayTakePart = useMay('takePart');
  return (
    <Section title={t.goals.detail.checkIns}>
      {mayTakePart && !detail.goal.verdict && <CheckInForm detail={detail} />}
      <Stack gap="xs" mt="sm">
        {detail.checkIns.length === 0 && <Text c="dimmed">{words.none}</Text>}
        {detail.checkIns.map((checkIn) => (
          <div key={checkIn.id}>
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                <Day date={checkIn.on} /> {checkIn.by}
              </Text>
              {checkIn.value !== null && <Text className="figures">{formatNumber(checkIn.value, 4)}</Text>}
              {checkIn.confidence !== null && <Text size="sm">{words.sure(formatPercent(checkIn.confidence, 0))}</Text>}
            </Group>
            {checkIn.note && <Text style={{ whiteSpace: 'pre-wrap' }}>{checkIn.note}</Text>}
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function CheckInForm({ detail }: { detail: GoalDetail }) {
  const numbers = detail.targets.filter((target) => target.sheet.type !== 'eachAtLeast');
  const form = useForm({ initialValues: { target: numbers[0]?.id ?? '', value: '' as number | '', confidence: '' as number | '', note: '' } });
  const metric = numbers.find((target) => target.id === form.values.target)?.metric;
  const save = useCommand(
    () =>
      answer(
        client.POST('/api/v1/goals/{goal}/check-ins', {
          params: { path: { goal: detail.goal.id } },
          body: {
            target: form.values.value === '' ? null : form.values.target,
            value: fromField(form.values.value, metric),
            confidence: form.values.confidence === '' ? null : form.values.confidence / 100,
            note: form.values.note || null,
          },
        }),
      ),
    { invalidate: goalKeys.map((key) => [...key]), done: words.done, form, onDone: () => form.reset() },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="xs">
        <Group grow align="flex-end">
          {numbers.length > 1 && <Select label={words.which} data={numbers.map((target) => ({ value: target.id, label: target.metric.name }))} {...form.getInputProps('target')} />}
          {numbers.length > 0 && <NumberField label={words.value} suffix={toField.suffix(metric)} {...form.getInputProps('value')} />}
          <NumberField label={words.confidence} suffix=" %" min={0} max={100} {...form.getInputProps('confidence')} />
        </Group>
        <Textarea label={words.note} autosize minRows={1} maxLength={4000} {...form.getInputProps('note')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={save.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
