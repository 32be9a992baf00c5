import { Select } from '@mantine/core';
import { t } from '../texts';
import { groupsOf, useWorkChoices } from './returns';

interface Props {
  plan: string;
  label: string;
  /** The id of what it is for; empty for the plan as a whole, null while nothing is chosen. */
  value: string | null;
  onChange: (work: string) => void;
  description?: string;
  disabled?: boolean;
  /** Only what budgets can be for. */
  parts?: boolean;
}

/** What time or money is for: found by typing a word of it. */
export function WorkSelect({ plan, label, value, onChange, description, disabled, parts = false }: Props) {
  const read = useWorkChoices(plan);
  const choices = (read.data ?? []).filter((choice) => !parts || !['action', 'post'].includes(choice.kind));
  return (
    <Select
      label={label}
      description={description}
      data={groupsOf(choices, t.returns.work.whole)}
      value={value}
      onChange={(work) => onChange(work ?? '')}
      placeholder={t.returns.work.pick}
      searchable
      limit={120}
      nothingFoundMessage={t.returns.work.nothing}
      disabled={disabled}
    />
  );
}
