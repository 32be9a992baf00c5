import { Select, type SelectProps } from '@mantine/core';
import { t } from '../../texts';
import { metricChoices } from './metricChoices';

interface Props extends Omit<SelectProps, 'data' | 'searchable'> {
  metrics: Parameters<typeof metricChoices>[0];
  /** Keys that fit where it is asked; they stand first. */
  fitting?: string[];
}

/** One metric of many: the usual ones first, the rest in groups, all found by typing. */
export function MetricSelect({ metrics, fitting, ...rest }: Props) {
  return <Select {...rest} searchable nothingFoundMessage={t.metrics.nothing} maxDropdownHeight={320} data={metricChoices(metrics, fitting)} />;
}
