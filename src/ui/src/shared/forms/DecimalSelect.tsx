import { Select, Stack, Text } from '@mantine/core';
import type { components } from '../../api';
import { t } from '../../texts';

export type DecimalSign = components['schemas']['DecimalSign'];
const words = t.decimal;

interface Props {
  /** The sign that was chosen, or found in the file; none where nothing tells it. */
  value: DecimalSign | null;
  onChange: (sign: DecimalSign | null) => void;
  /** Why one has to be chosen. */
  why?: string;
}

/** How the amounts of a file are written. */
export function DecimalSelect({ value, onChange, why }: Props) {
  return (
    <Stack gap="xs">
      {why && <Text role="alert">{why}</Text>}
      <Select
        label={words.label}
        placeholder={why ? words.choose : words.none}
        maw={260}
        data={[
          { value: 'comma', label: words.comma },
          { value: 'point', label: words.point },
        ]}
        value={value}
        onChange={(sign) => onChange(sign as DecimalSign | null)}
        clearable
      />
    </Stack>
  );
}
