import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** The message beside a field that is not a Mantine input; point the field's aria-describedby at `id`. */
export function FieldError({ id, children }: { id: string; children?: React.ReactNode }) {
  if (!children) return null;
  return (
    <Text id={id} size="xs" c="var(--mantine-color-error)" role="alert">
      <IconAlertCircle size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {children}
    </Text>
  );
}
