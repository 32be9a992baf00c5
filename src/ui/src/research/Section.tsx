import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page with its heading and its one action. */
export function Section({ title, text, action, children }: Props) {
  const id = useId();
  return (
    <Stack gap="sm" component="section" aria-labelledby={id} mt="xl">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {text && <Text c="dimmed">{text}</Text>}
        </div>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
