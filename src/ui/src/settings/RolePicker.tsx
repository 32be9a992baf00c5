import { Select, type SelectProps } from '@mantine/core';
import type { Role } from '../api';
import { useMember } from '../shared';
import { t } from '../texts';

const roles = Object.keys(t.people.roles) as Role[];

/** Picks a role and says what it means. Only an owner can make an owner. */
export function RolePicker(props: Pick<SelectProps, 'value' | 'onChange' | 'error' | 'disabled'>) {
  const { role: own } = useMember();
  const chosen = roles.find((role) => role === props.value);
  return (
    <Select
      {...props}
      label={t.settings.members.role}
      description={chosen && t.people.roleMeans[chosen]}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={roles.map((role) => ({ value: role, label: t.people.roles[role], disabled: role === 'owner' && own !== 'owner' }))}
    />
  );
}
