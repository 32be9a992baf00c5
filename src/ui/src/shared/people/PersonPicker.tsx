import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../texts';
import { MemberAvatar } from './MemberAvatar';

export interface Person {
  id: string;
  name: string;
}

interface Props {
  label: string;
  people: Person[];
  /** Id of the person, or null for nobody. */
  value: string | null;
  onChange: (id: string | null) => void;
  description?: string;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** Picks one person by typing; fits `form.getInputProps`. */
export function PersonPicker({ people, label, value, onChange, required, ...rest }: Props) {
  const chosen = people.find((person) => person.id === value);
  return (
    <Select
      {...rest}
      label={label}
      withAsterisk={required}
      data={people.map((person) => ({ value: person.id, label: person.name }))}
      value={value}
      onChange={onChange}
      searchable
      clearable={!required}
      placeholder={t.people.pick}
      nothingFoundMessage={t.people.noMatch}
      leftSection={chosen ? <MemberAvatar name={chosen.name} size={20} decorative /> : undefined}
      renderOption={({ option }) => <MemberAvatar name={option.label} withName size={22} />}
    />
  );
}
