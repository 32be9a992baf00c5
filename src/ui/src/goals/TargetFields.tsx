import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PersonPicker, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { toField } from '../shared/forms/metricFields';
import type { Metric } from './goal';
import { asks, type SheetValues } from './sheet';
import { SubjectPicker } from './SubjectPicker';

const words = t.goals.target;
/** What people do under a post. */
const reactions = ['comments', 'shares', 'saves', 'likes'];
const periods = Object.entries(words.periods).map(([value, label]) => ({ value, label }));

interface Props {
  form: UseFormReturnType<SheetValues>;
  metric: Metric | undefined;
  metrics: Metric[];
}

/** The fields that the chosen kind of target asks for, then where its number comes from. */
export function TargetFields({ form, metric, metrics }: Props) {
  const { people } = usePeople();
  const { type } = form.values;
  const suffix = toField.suffix(metric);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm">
        {asks.baseline(type) && <NumberField label={words.baseline} suffix={suffix} {...form.getInputProps('baseline')} />}
        {asks.target(type) && <NumberField label={asks.high(type) ? words.low : type === 'cadence' ? words.count : words.target} suffix={suffix} {...form.getInputProps('target')} />}
        {asks.high(type) && <NumberField label={words.high} suffix={suffix} {...form.getInputProps('high')} />}
        {asks.every(type) && <Select label={words.every} clearable={type !== 'cadence'} placeholder={type === 'cadence' ? words.periods.week : words.once} data={periods} {...form.getInputProps('every')} />}
      </SimpleGrid>
      {asks.thresholds(type) && <Thresholds form={form} metrics={metrics} />}
      {asks.items(type) && (
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label={words.network} {...form.getInputProps('network')} />
          <TextInput label={words.theme} {...form.getInputProps('theme')} />
          <TextInput label={words.kind} {...form.getInputProps('kind')} />
          {asks.thresholds(type) && <NumberField label={words.age} min={0} max={365} {...form.getInputProps('judgedAfterDays')} />}
        </SimpleGrid>
      )}
      <SimpleGrid cols={2} spacing="sm">
        <DateField label={words.start} {...form.getInputProps('start')} onChange={(day) => form.setFieldValue('start', day || null)} />
        <DateField label={words.deadline} {...form.getInputProps('deadline')} onChange={(day) => form.setFieldValue('deadline', day || null)} />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <SubjectPicker value={form.values.subject} onChange={(subject) => form.setFieldValue('subject', subject)} />
        <TextInput label={words.source} description={words.sourceHint} maxLength={120} {...form.getInputProps('source')} />
        <Select label={words.frequency} clearable data={periods} {...form.getInputProps('frequency')} />
        <PersonPicker label={words.collector} people={people} value={form.values.collector} onChange={(collector) => form.setFieldValue('collector', collector)} />
        <TextInput label={t.foresight.query} maxLength={1000} {...form.getInputProps('query')} />
      </SimpleGrid>
    </Stack>
  );
}

function Thresholds({ form, metrics }: Omit<Props, 'metric'>) {
  const counts = metrics.filter((metric) => metric.unit === 'count');
  const asked = form.values.thresholds.map((row) => row.metric);
  const next = [...reactions, ...counts.map((metric) => metric.key)].find((key) => !asked.includes(key)) ?? 'comments';
  return (
    <Stack gap="xs">
      {form.values.thresholds.map((_, index) => (
        <Group key={index} grow align="flex-end">
          <NumberField label={words.thresholds} min={0} {...form.getInputProps(`thresholds.${index}.atLeast`)} />
          <MetricSelect label={words.metric} metrics={counts} fitting={reactions} {...form.getInputProps(`thresholds.${index}.metric`)} />
        </Group>
      ))}
      {form.values.thresholds.length < 5 && (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem('thresholds', { metric: next, atLeast: '' })}>
          {words.addThreshold}
        </Button>
      )}
    </Stack>
  );
}
