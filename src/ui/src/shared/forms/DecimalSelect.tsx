import { Select } from '@mantine/core';
import type { components } from '../../api';
import { t } from '../../texts';

export type DecimalSign = components['schemas']['DecimalSign'];
const words = t.decimal;

interface Props {
  /** The sign that was chosen, or found in the file; none where nothing tells it. */
  value: DecimalSign | null;
  onChange: (sign: DecimalSign | null) => void;
}

/** How the amounts of a file are written. */
export function DecimalSelect({ value, onChange }: Props) {
  return (
    <Select
      label={words.label}
      placeholder={words.none}
      maw={260}
      data={[
        { value: 'comma', label: words.comma },
        { value: 'point', label: words.point },
      ]}
      value={value}
      onChange={(sign) => onChange(sign as DecimalSign | null)}
      clearable
    />
  );
}
