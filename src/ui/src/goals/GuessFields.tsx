import { SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { toField } from '../shared/forms/metricFields';
import type { Metric } from './goal';
import type { GuessValues } from './guess';

const words = t.foresight.assumptions;

/** The number with its range, the day, and how sure one is. */
export function GuessFields<Values extends GuessValues>({ form, metric }: { form: UseFormReturnType<Values>; metric: Metric | undefined }) {
  const suffix = toField.suffix(metric);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <NumberField label={words.value} required suffix={suffix} {...form.getInputProps('value')} />
        <NumberField label={words.low} required suffix={suffix} {...form.getInputProps('low')} />
        <NumberField label={words.high} required suffix={suffix} {...form.getInputProps('high')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DateField label={words.testDate} required {...form.getInputProps('testDate')} />
        <NumberField label={words.confidence} suffix=" %" min={1} max={99} {...form.getInputProps('confidence')} />
        <DateField label={words.from} {...form.getInputProps('from')} />
      </SimpleGrid>
    </>
  );
}
